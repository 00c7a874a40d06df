package io.recio.localstack.nativeform;

import io.recio.localstack.directory.Home;
import io.recio.localstack.process.Quiet;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.CommandOutput;
import io.recio.localstack.stack.ServiceSpec;
import io.recio.localstack.stack.StackOptions;
import io.recio.localstack.stack.StackShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds services as native programs, trades an hour with them, and weighs them beside their JVM form. */
@Command(
        name = "native",
        mixinStandardHelpOptions = true,
        description =
                "Build services as native programs with the native-image of GRAALVM_HOME, trade a simulated hour with"
                        + " them, and compare size, start and memory with the JVM form.")
public final class NativeCommand implements Callable<Integer> {

    @Mixin
    private CommandOutput out = new CommandOutput();

    @Parameters(paramLabel = "SERVICE", arity = "0..*", description = "All twelve when none is named.")
    private List<String> services = List.of();

    @Option(names = "--build-only", description = "Build, and run nothing.")
    private boolean buildOnly;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "30",
            description = "Business seconds per real second, 1 to 60 (default 30).")
    private int speed = 30;

    @Option(names = "--seed", paramLabel = "N", description = "Decides every random choice of the simulator.")
    private long seed = StackOptions.DEFAULT_SEED;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the table here too, as Markdown.")
    private @Nullable Path report;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Quiet.processes();
        Home home = Home.find();
        StackShape shape = StackShape.withNatives(
                services.isEmpty()
                        ? ServiceSpec.SERVICES.stream()
                                .map(ServiceSpec::service)
                                .toList()
                        : services);
        NativeBuild build = new NativeBuild(home, tool(), out);
        for (String module : modules(shape)) {
            build.build(module);
        }
        if (!buildOnly) {
            MeasuredHour hour = new MeasuredHour(home, speed, seed, out);
            out.step("An hour with " + String.join(", ", shape.natives()) + " as native programs");
            Map<String, Weight> programs = hour.trade(shape);
            programs.keySet().retainAll(shape.natives());
            out.step("JVMs, for their caches");
            hour.warm(StackShape.WHOLE);
            out.step("The same hour with JVMs");
            Map<String, Weight> jvm = hour.trade(StackShape.WHOLE);
            write(FormTable.page(jvm, programs, commandLine(), build.toolName()));
        }
        return 0;
    }

    private static List<String> modules(StackShape shape) {
        return ServiceSpec.SERVICES.stream()
                .filter(each -> shape.natives().contains(each.service()))
                .map(ServiceSpec::module)
                .distinct()
                .toList();
    }

    private static Path tool() {
        String named = System.getenv("GRAALVM_HOME");
        if (named == null || named.isBlank()) {
            throw new Refused("GRAALVM_HOME must name a GraalVM or Mandrel for JDK 25, was not set;"
                    + " without one native-build/build-native.sh makes images in a container");
        }
        return Path.of(named);
    }

    private String commandLine() {
        String named = services.isEmpty() ? "" : " " + String.join(" ", services);
        return "./recio native" + named + " --speed " + speed + " --seed " + seed;
    }

    private void write(String page) throws IOException {
        page.lines().forEach(out::step);
        Path file = report;
        if (file != null) {
            Files.writeString(file, page);
        }
    }
}
