package io.recio.localstack.postgres;

import io.recio.localstack.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server that runs on a cluster's files, whoever started it.
 *
 * @param pid of the postmaster
 * @param port it listens on
 */
public record PostmasterFile(long pid, int port) {

    private static final int PID = 0;
    private static final int PORT = 3;

    /** The server that postmaster.pid names, when that process lives and works in this very directory. */
    public static Optional<PostmasterFile> running(Path cluster) {
        return read(cluster).filter(server -> ProcessTable.livingIn(cluster).contains(server.pid));
    }

    /**
     * Removes a postmaster.pid whose number now belongs to a stranger, which would keep the server from starting. Only
     * when no process of PostgreSQL lives in the directory any more; any other stale file the server clears itself.
     *
     * @return whether it was removed
     */
    public static boolean removeIfStranger(Path cluster) throws IOException {
        boolean stranger = read(cluster)
                .filter(server -> ProcessTable.startOf(server.pid).isPresent())
                .isPresent();
        if (stranger && ProcessTable.livingIn(cluster).isEmpty()) {
            return Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
        return false;
    }

    private static Optional<PostmasterFile> read(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(PID).strip()),
                    Integer.parseInt(lines.get(PORT).strip())));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
