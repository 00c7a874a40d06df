package io.recio.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line of a JVM that runs one service: small and quick to start. */
final class JavaCommand {

    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";

    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    private final Path workshop;
    private final AotCaches caches;

    /** @param workshop where caches and argument files go */
    JavaCommand(Path workshop, AotCaches caches) {
        this.workshop = workshop;
        this.caches = caches;
    }

    /** @param properties of this start, such as {@code -Dname=value} */
    StartCommand of(ServiceSpec spec, Path application, List<String> properties) {
        List<String> arguments = new ArrayList<>(FLAGS);
        arguments.add(heap(spec));
        arguments.add("-cp");
        arguments.add(classPath(application));
        List<String> parts = new ArrayList<>(arguments);
        parts.add(Runtime.version().toString());
        parts.add(Fingerprint.ofFiles(application));
        String identity = Fingerprint.of(parts);

        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("@" + argumentFile(spec, identity, arguments));
        command.addAll(properties);
        List<String> use = caches.use(spec.module(), identity);
        List<String> first = use.isEmpty() ? caches.record(spec.module(), identity, command) : use;
        return new StartCommand(complete(command, use), complete(command, first), identity);
    }

    /** The most the heap may grow to, for either form of program. */
    static String heap(ServiceSpec spec) {
        return spec.equals(ServiceSpec.SIMULATOR) ? "-Xmx256m" : "-Xmx96m";
    }

    private static List<String> complete(List<String> command, List<String> cacheArguments) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(1, cacheArguments);
        whole.add(MAIN_CLASS);
        return inOwnSession(whole);
    }

    /**
     * A flat class path in place of Quarkus's own loader, whose classes no AOT cache can link: transformed classes first,
     * as that loader has it.
     */
    private static String classPath(Path application) {
        return Stream.of(
                        "quarkus/transformed-bytecode.jar",
                        "quarkus/generated-bytecode.jar",
                        "app",
                        "lib/boot",
                        "lib/main")
                .map(application::resolve)
                .flatMap(JavaCommand::jarsOf)
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    private static Stream<Path> jarsOf(Path place) {
        if (!Files.isDirectory(place)) {
            return Files.exists(place) ? Stream.of(place) : Stream.empty();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("program cannot be read: " + place, e);
        }
    }

    /** Keeps a class path of 150 jars out of the process list. */
    private Path argumentFile(ServiceSpec spec, String identity, List<String> arguments) {
        Path file = workshop.resolve(spec.module() + "-" + identity + ".arguments");
        try {
            Files.createDirectories(workshop);
            Files.writeString(
                    file,
                    arguments.stream()
                            .map(argument ->
                                    '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                            .collect(Collectors.joining("\n")));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("arguments cannot be written: " + file, e);
        }
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
