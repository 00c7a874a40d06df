package io.recio.localstack.command;

import io.recio.localstack.process.ProcessStamp;
import io.recio.localstack.stack.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Steps on their way from the process that supervises to the command that waits. A line {@code =} means done, a line
 * {@code !} with a message means refused.
 */
final class ProgressFile implements Progress {

    private static final String DONE = "=";
    private static final String REFUSED = "!";
    private static final long LOOK_MILLIS = 100;

    private final Path file;

    ProgressFile(Path file) {
        this.file = file;
    }

    void clear() {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException("progress cannot be written: " + file, e);
        }
    }

    @Override
    public void step(String line) {
        append(line);
    }

    void done() {
        append(DONE);
    }

    void refused(String message) {
        append(REFUSED + message);
    }

    /**
     * Passes each step on as it comes, until done, refused or the process has ended.
     *
     * @return why it was refused; empty when done
     */
    Optional<String> follow(ProcessStamp writer, Progress to) throws InterruptedException {
        int seen = 0;
        while (true) {
            boolean alive = writer.lives();
            List<String> lines = lines();
            for (; seen < lines.size(); seen++) {
                String line = lines.get(seen);
                if (line.equals(DONE)) {
                    return Optional.empty();
                }
                if (line.startsWith(REFUSED)) {
                    return Optional.of(line.substring(REFUSED.length()));
                }
                to.step(line);
            }
            if (!alive) {
                return Optional.of("local-stack ended unexpectedly; see its log");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("progress cannot be read: " + file, e);
        }
    }

    private void append(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("progress cannot be written: " + file, e);
        }
    }
}
