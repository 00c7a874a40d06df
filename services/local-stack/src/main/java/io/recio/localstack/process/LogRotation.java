package io.recio.localstack.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Keeps logs small. A process writes to its log directly, so that it outlives local-stack; a log grown too large is
 * therefore copied to {@code .1} and emptied in place, which an appending writer does not notice.
 */
public final class LogRotation {

    private static final Logger LOG = Logger.getLogger(LogRotation.class);

    private static final int KEPT = 3;

    private final Path directory;
    private final long limitBytes;

    public LogRotation(Path directory, long limitBytes) {
        this.directory = directory;
        this.limitBytes = limitBytes;
    }

    /** Looks at every log once. */
    public void sweep() {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                if (Files.size(log) > limitBytes) {
                    rotate(log);
                }
            }
        } catch (IOException e) {
            LOG.warnf("Logs cannot be rotated directory=%s reason=%s", directory, e.getMessage());
        }
    }

    private static void rotate(Path log) throws IOException {
        for (int number = KEPT; number > 1; number--) {
            Path older = numbered(log, number - 1);
            if (Files.exists(older)) {
                Files.move(older, numbered(log, number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (FileChannel from = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileChannel to =
                        FileChannel.open(numbered(log, 1), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long copied = 0;
            while (copied < from.size()) {
                copied += from.transferTo(copied, from.size() - copied, to);
            }
            from.truncate(0);
        }
    }

    private static Path numbered(Path log, int number) {
        return log.resolveSibling(log.getFileName() + "." + number);
    }
}
