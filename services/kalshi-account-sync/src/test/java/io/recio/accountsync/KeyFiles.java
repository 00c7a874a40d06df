package io.recio.accountsync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;

/** The API key as two files, and what the exchange knows of each key. */
final class KeyFiles {

    private final Map<String, KeyPair> pairs = Map.of("key-1", pair(), "key-2", pair());
    private final Path directory;

    KeyFiles() {
        try {
            directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        replace("key-1");
    }

    Path id() {
        return directory.resolve("key-id").toAbsolutePath();
    }

    Path key() {
        return directory.resolve("private-key.pem").toAbsolutePath();
    }

    PublicKey publicKey(String id) {
        return pairs.get(id).getPublic();
    }

    /** Both files anew, each at once. */
    void replace(String id) {
        write(
                key(),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getEncoder()
                                .encodeToString(pairs.get(id).getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        write(id(), id);
    }

    private static void write(Path file, String text) {
        try {
            Path fresh = Files.createTempFile(file.getParent(), "fresh", "");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK makes no Ed25519 keys", e);
        }
    }
}
