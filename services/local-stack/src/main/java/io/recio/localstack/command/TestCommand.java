package io.recio.localstack.command;

import io.recio.localstack.chaos.ChaosCommand;
import io.recio.localstack.cluster.ClusterOptions;
import io.recio.localstack.cluster.ClusterTest;
import io.recio.localstack.directory.Home;
import io.recio.localstack.directory.InstalledProgram;
import io.recio.localstack.refusal.Refused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs every test of the build on one PostgreSQL that ends with the run, then ten fixed seeds of faults. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Run every test: formatting, units, integration, chart, browser, types of the pages.")
final class TestCommand implements Callable<Integer> {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int CONNECTIONS = 300;

    /** Whoever asks for another PostgreSQL than the one this program brings gets it: one server per module. */
    private static final String OTHER_VERSION = "-Dpostgres-binaries.version=";

    @Parameters(
            paramLabel = "MAVEN_ARGUMENT",
            arity = "0..*",
            description = "Passed on to Maven after --, such as -- -pl DIR.")
    private List<String> arguments = List.of();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Override
    public Integer call() throws Exception {
        if (cluster.isWanted()) {
            boolean good = new ClusterTest(cluster, System.out::println, InstantSource.system()).run();
            System.out.println(good ? "The chart holds on this cluster" : "recio: NOT EVERYTHING WAS AS IT SHOULD BE");
            return good ? 0 : 1;
        }
        Path root = Home.find().root();
        ensureBrowser();
        if (!buildPasses(root)) {
            System.out.println("recio: tests failed");
            return 1;
        }
        if (arguments.isEmpty() && new CommandLine(new ChaosCommand()).execute("--fixed") != 0) {
            System.out.println("recio: rules were broken under faults");
            return 1;
        }
        System.out.println("All tests passed");
        return 0;
    }

    private boolean buildPasses(Path root) throws IOException, InterruptedException {
        if (arguments.stream().anyMatch(argument -> argument.startsWith(OTHER_VERSION))) {
            return verify(root, Map.of());
        }
        // Tests come and go with their data: trust and no fsync are right here, and nowhere else.
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", Integer.toString(CONNECTIONS))
                .start()) {
            return verify(root, Map.of("RECIO_TEST_DATABASE", "127.0.0.1:" + postgres.getPort()))
                    && (!arguments.isEmpty() || TypeCheck.run(root));
        }
    }

    private boolean verify(Path root, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(maven(), "-B", "-ntp", "verify"));
        command.addAll(arguments);
        ProcessBuilder build =
                new ProcessBuilder(command).directory(root.toFile()).inheritIO();
        build.environment().putAll(environment);
        return build.start().waitFor() == 0;
    }

    private static String maven() {
        String given = System.getProperty("recio.maven");
        if (given == null) {
            throw new Refused("-Drecio.maven must name the Maven command, was missing; run the recio script");
        }
        return given;
    }

    private static void ensureBrowser() throws IOException, InterruptedException {
        if (!InstalledProgram.ensure(BROWSERS, "chromium")) {
            System.out.println("Chromium is missing and could not be installed: the browser tests will fail."
                    + " Install the package chromium and run again");
        }
    }
}
