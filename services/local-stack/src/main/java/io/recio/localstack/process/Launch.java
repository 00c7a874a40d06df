package io.recio.localstack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Everything a process is started with.
 *
 * @param name such as {@code trade-manager}, or {@code trade-manager-2} for its standby
 * @param service such as {@code trade-manager}
 * @param command program and arguments
 * @param firstCommand in its place for the very first start, which may record for an AOT cache
 * @param environment on top of local-stack's own
 * @param directory its working directory
 * @param log takes standard output and error
 * @param port it will listen on, on 127.0.0.1
 * @param farewell the signal that asks it to stop
 * @param grace how long it may take to stop before it is ended
 * @param fingerprint of what it is started with and of the program's files
 */
public record Launch(
        String name,
        String service,
        List<String> command,
        List<String> firstCommand,
        Map<String, String> environment,
        Path directory,
        Path log,
        int port,
        Signal farewell,
        Duration grace,
        String fingerprint) {

    public Launch {
        command = List.copyOf(command);
        firstCommand = List.copyOf(firstCommand);
        environment = Map.copyOf(environment);
    }
}
