package io.recio.localstack.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a process can be told through the operating system. */
public enum Signal {
    /** Stop gracefully. */
    TERM,
    /** For PostgreSQL: roll back what is open, shut down fast. */
    INT,
    /** End at once. */
    KILL,
    /** Freeze. */
    STOP,
    /** Thaw. */
    CONT;

    /** Sends the signal; a process that has ended meanwhile is no error. */
    public void send(List<ProcessHandle> processes) {
        if (processes.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("kill", "-" + name()));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("the kill command must be on the PATH, was not", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
