package io.recio.localstack.postgres;

import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own root is nobody to the server and still the owner of
 * its files.
 */
final class Unprivileged {

    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    private Unprivileged() {}

    /**
     * What stands before a command of PostgreSQL; nothing for an ordinary user.
     *
     * @throws Refused as root where user namespaces are forbidden
     */
    static List<String> prefix() {
        if (!isRoot()) {
            return List.of();
        }
        if (!works()) {
            throw new Refused(
                    "PostgreSQL does not run as root and this machine forbids user namespaces (unshare --user);"
                            + " run recio as an ordinary user or name a server with --database-url");
        }
        return NAMESPACE;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean works() {
        try {
            return new ProcessBuilder("unshare", "--user", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
