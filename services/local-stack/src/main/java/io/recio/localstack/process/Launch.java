package io.recio.localstack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Everything a process is started with.
 *
 * @param name such as {@code trade-manager}
 * @param command program and arguments
 * @param environment on top of local-stack's own
 * @param directory its working directory
 * @param log takes standard output and error
 * @param port it will listen on, on 127.0.0.1
 * @param farewell the signal that asks it to stop
 * @param grace how long it may take to stop before it is ended
 * @param fingerprint of all the above and of the program's files
 * @param aotCache whether it starts from an AOT cache
 */
public record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        int port,
        Signal farewell,
        Duration grace,
        String fingerprint,
        boolean aotCache) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
