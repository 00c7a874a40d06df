package io.recio.localstack.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM that runs one service: small and quick to start. */
final class JavaCommand {

    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final int HEAP_MIB = 96;
    private static final int SIMULATOR_HEAP_MIB = 256;

    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    /** @param programFingerprint changes with the program's files */
    record Started(List<String> command, String programFingerprint, boolean fromCache) {}

    Started of(ServiceSpec spec, Path jar) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(FLAGS);
        command.add("-Xmx" + (spec.equals(ServiceSpec.SIMULATOR) ? SIMULATOR_HEAP_MIB : HEAP_MIB) + "m");
        command.add("-jar");
        command.add(jar.toString());
        return new Started(inOwnSession(command), Fingerprint.ofFiles(jar.getParent()), false);
    }

    /** Out of the terminal's reach: Ctrl-C is for local-stack, which then stops the others in order. */
    static List<String> inOwnSession(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return command;
        }
        List<String> apart = new ArrayList<>(List.of("/usr/bin/setsid"));
        apart.addAll(command);
        return apart;
    }
}
