package io.recio.localstack.demo;

import io.recio.localstack.control.StackSession;
import io.recio.localstack.directory.Home;
import io.recio.localstack.process.Quiet;
import io.recio.localstack.stack.CommandOutput;
import io.recio.localstack.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trades a simulated hour on a fresh stack and proves the books; ends with 0 only when everything was shown and agrees. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Trade a simulated hour on a fresh stack of its own and reconcile it to the cent.")
public final class DemoCommand implements Callable<Integer> {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);

    /** A Tuesday afternoon in New York within the shipped recording. */
    public static final Instant RECORDED_HOUR = Instant.parse("2023-03-14T18:00:00Z");

    @Mixin
    private CommandOutput out = new CommandOutput();

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "30",
            description = "Business seconds per real second, 1 to 60 (default 30).")
    private int speed = 30;

    @Option(
            names = "--prices",
            paramLabel = "PRICES",
            defaultValue = StackOptions.GENERATED,
            description = "generated (default), recorded (March 2023), or a file of bars.")
    private String prices = StackOptions.GENERATED;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides every random choice; random and printed when absent.")
    private @Nullable Long seed;

    @Option(
            names = "--start",
            paramLabel = "HOUR",
            description = "The hour to begin with, such as 2023-03-13T14:00:00Z.")
    private @Nullable Instant start;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep the data here; by default a temporary directory, removed after a good end.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Quiet.processes();
        long chosenSeed = seed == null ? new SecureRandom().nextInt(1_000_000) : seed;
        Path named = data;
        Path directory = named == null ? Files.createTempDirectory("recio-demo-") : named;
        out.step("Demonstration with --seed " + chosenSeed + " --speed " + speed + " --prices " + prices);
        boolean good;
        StackOptions options = StackOptions.simulated(directory, speed, source(), chosenSeed, firstMoment())
                .withFilesChecked();
        try (StackSession session = StackSession.open(options, Home.find(), out)) {
            session.closeOnSignal();
            DemoRun.requireReady(session, READY_LIMIT);
            out.step("Control it beside: recio status|kill|freeze SERVICE --data " + directory);
            good = new DemoRun(session, out, InstantSource.system()).play();
        }
        if (good && named == null) {
            remove(directory);
        } else {
            out.step("Database and logs are kept in " + directory);
        }
        return good ? 0 : 1;
    }

    private String source() {
        return prices.equals(StackOptions.GENERATED) || prices.equals(StackOptions.RECORDED)
                ? prices
                : Path.of(prices).toAbsolutePath().toString();
    }

    /** Early in the hour: starting takes a minute of real time, and the entry window lies at the hour's end. */
    private Instant firstMoment() {
        Instant given = start;
        Instant hour = given != null
                ? given
                : prices.equals(StackOptions.GENERATED) ? Instant.now().truncatedTo(ChronoUnit.HOURS) : RECORDED_HOUR;
        return hour.plus(2, ChronoUnit.MINUTES);
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
