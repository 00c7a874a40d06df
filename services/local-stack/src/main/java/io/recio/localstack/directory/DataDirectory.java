package io.recio.localstack.directory;

import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Everything one installation keeps: {@code postgres} (the cluster), {@code secrets}, {@code logs}, {@code run} (what
 * runs now), and the files the services write. It belongs to one timeline, mode and account.
 */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Makes the directory and its parts when missing.
     *
     * @throws Refused when it cannot be written, naming it
     */
    public DataDirectory prepared() {
        try {
            Files.createDirectories(root);
            privately(secrets());
            privately(run());
            Files.createDirectories(logs());
            Files.delete(Files.createTempFile(root, ".writable", ""));
            return this;
        } catch (IOException e) {
            throw new Refused("data directory must be writable, was not: " + root + " (name another with --data)", e);
        }
    }

    private static void privately(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    /** The steps of the newest start or stop, one a line, for the command that waits for it. */
    public Path progress() {
        return run().resolve("progress");
    }

    /** Where main-app leaves the first admin's random password. */
    public Path firstAdminPassword() {
        return secrets().resolve("first-admin-password");
    }
}
