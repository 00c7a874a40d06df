package io.recio.localstack.stack;

import io.recio.localstack.directory.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The services' native programs, kept until they are built anew. */
public record NativePrograms(Path directory) {

    public static NativePrograms in(Home home) {
        return new NativePrograms(home.workshop().resolve("native"));
    }

    /** The module's program, whether built or not. */
    public Path of(String module) {
        return directory.resolve(module);
    }

    /** Empty when it has not been built. */
    Optional<StartCommand> command(ServiceSpec spec, List<String> properties) {
        Path program = of(spec.module());
        if (!Files.isExecutable(program)) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of(program.toString(), JavaCommand.heap(spec)));
        command.addAll(properties);
        List<String> apart = JavaCommand.inOwnSession(command);
        return Optional.of(new StartCommand(apart, apart, Fingerprint.ofFile(program)));
    }
}
