package io.recio.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A short hash that tells whether two things are the same. */
public final class Fingerprint {

    private static final int BYTES = 8;

    private Fingerprint() {}

    public static String of(Collection<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> digest.update((part + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Changes when a file below the directory comes, goes, or changes size or time. */
    public static String ofFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return of(files.filter(Files::isRegularFile)
                    .sorted()
                    .map(Fingerprint::describe)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("program files cannot be read: " + directory, e);
        }
    }

    /** Changes when the file changes size or time. */
    public static String ofFile(Path file) {
        return of(List.of(describe(file)));
    }

    private static String describe(Path file) {
        try {
            return file + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("program file cannot be read: " + file, e);
        }
    }
}
