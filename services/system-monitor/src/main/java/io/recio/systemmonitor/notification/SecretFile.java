package io.recio.systemmonitor.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mounted secret. */
final class SecretFile {

    private SecretFile() {}

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("secret must be readable, was not: " + file, e);
        }
    }
}
