package io.recio.localstack.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets, made once and kept in files that only their owner may read. */
public final class Secrets {

    private static final int BYTES = 24;

    private final Path directory;
    private final SecureRandom random;

    public Secrets(Path directory, SecureRandom random) {
        this.directory = directory;
        this.random = random;
    }

    /** The secret of that name: 32 letters, digits, hyphens and underscores. */
    public String secret(String name) {
        Path file = directory.resolve(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            AtomicFile.write(file, fresh + "\n");
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("secret cannot be read or written: " + file, e);
        }
    }

    /** The file that holds the secret, which is made when missing. */
    public Path file(String name) {
        secret(name);
        return directory.resolve(name);
    }

    /** The key pair of that name, made when missing. */
    public KeyFiles keys(String name, KeyFiles.Kind kind) {
        return KeyFiles.in(directory, name, kind);
    }
}
