package io.recio.localstack.nativeform;

import io.recio.localstack.directory.Home;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.Fingerprint;
import io.recio.localstack.stack.NativePrograms;
import io.recio.localstack.stack.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds native programs with {@code native-build/build-native.sh}, one after the other, and only what has changed. */
final class NativeBuild {

    private final Path root;
    private final Path tool;
    private final NativePrograms programs;
    private final Progress out;

    /**
     * @param tool a GraalVM's home
     * @throws Refused when it has no {@code native-image}
     */
    NativeBuild(Home home, Path tool, Progress out) {
        this.root = home.root();
        this.tool = tool;
        this.programs = NativePrograms.in(home);
        this.out = out;
        if (!Files.isExecutable(nativeImage())) {
            throw new Refused(
                    "GRAALVM_HOME must hold bin/native-image of a GraalVM or Mandrel for JDK 25, was " + tool);
        }
    }

    /** The tool in its own words, such as {@code native-image 25.0.2 …}. */
    String toolName() throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(nativeImage().toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String words = new String(asked.getInputStream().readAllBytes()).strip();
        if (asked.waitFor() != 0) {
            throw new Refused("native-image must say its version, said: " + words);
        }
        return words.lines().findFirst().orElse("native-image");
    }

    void build(String module) throws IOException, InterruptedException {
        String sources = sources(module);
        Path program = programs.of(module);
        Path stamp = programs.directory().resolve(module + ".sources");
        if (Files.isExecutable(program)
                && Files.exists(stamp)
                && Files.readString(stamp).equals(sources)) {
            out.step("Unchanged: " + module);
            return;
        }
        out.step("Building " + module + ", which takes minutes and gigabytes");
        long began = System.nanoTime();
        Path log = Files.createDirectories(programs.directory()).resolve(module + ".log");
        ProcessBuilder build = new ProcessBuilder(
                        root.resolve("native-build/build-native.sh").toString(), "--local", module)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        build.environment().put("GRAALVM_HOME", tool.toString());
        Optional.ofNullable(System.getProperty("recio.maven"))
                .ifPresent(maven -> build.environment().put("RECIO_MAVEN", maven));
        if (build.start().waitFor() != 0) {
            throw new Refused(module + " could not be built; " + log + " says why");
        }
        Files.move(runner(module), program, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(stamp, sources);
        out.step(String.format(Locale.ROOT, "Built %s (%.0f s)", module, (System.nanoTime() - began) / 1e9));
    }

    private Path nativeImage() {
        return tool.resolve("bin/native-image");
    }

    private Path runner(String module) throws IOException {
        Path target = root.resolve("services").resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                    .findFirst()
                    .orElseThrow(() -> new Refused("a native build must leave *-runner in " + target + ", left none"));
        }
    }

    /** Changes when something changes that the program is built from. */
    private String sources(String module) throws IOException {
        List<String> parts = new ArrayList<>();
        parts.add(tool.toString());
        parts.add(Fingerprint.ofFile(root.resolve("pom.xml")));
        parts.add(ofModule(root.resolve("services").resolve(module)));
        try (Stream<Path> libraries = Files.list(root.resolve("services/libraries"))) {
            libraries
                    .filter(Files::isDirectory)
                    .sorted()
                    .map(NativeBuild::ofModule)
                    .forEach(parts::add);
        }
        return Fingerprint.of(parts);
    }

    private static String ofModule(Path module) {
        return Fingerprint.ofFile(module.resolve("pom.xml")) + Fingerprint.ofFiles(module.resolve("src/main"));
    }
}
