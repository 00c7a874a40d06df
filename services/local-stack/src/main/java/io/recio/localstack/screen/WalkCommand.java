package io.recio.localstack.screen;

import com.microsoft.playwright.options.ColorScheme;
import io.recio.localstack.control.StackSession;
import io.recio.localstack.demo.DemoRun;
import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Home;
import io.recio.localstack.process.Quiet;
import io.recio.localstack.stack.CommandOutput;
import io.recio.localstack.stack.ServiceSpec;
import io.recio.localstack.stack.StackOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Walks through the screen of a fresh stack with a browser; ends with 0 when every step was seen. */
@Command(
        name = "walk",
        mixinStandardHelpOptions = true,
        description = "Walk through the screen of a fresh stack with a browser: trades by hand and by the machine, kill"
                + " switch, services that fall and heal. Needs Chromium.")
public final class WalkCommand implements Callable<Integer> {

    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    @Mixin
    private CommandOutput out = new CommandOutput();

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "20",
            description = "Business seconds per real second, 1 to 60 (default 20).")
    private int speed = 20;

    @Option(names = "--seed", paramLabel = "N", description = "Decides every random choice of the simulator.")
    private long seed = StackOptions.DEFAULT_SEED;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Leave a picture of each step here; by default a temporary directory.")
    private @Nullable Path pictures;

    @Override
    public Integer call() throws Exception {
        Quiet.processes();
        Path directory = Files.createTempDirectory("recio-walk-");
        Path named = pictures;
        Path kept = Files.createDirectories(named == null ? directory.resolve("pictures") : named.toAbsolutePath());
        out.step("Walk with --seed " + seed + " --speed " + speed + ", data in " + directory);
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.MINUTES);
        StackOptions options = StackOptions.simulated(directory, speed, StackOptions.GENERATED, seed, start);
        boolean good;
        try (Chromium chromium = Chromium.start();
                StackSession session = StackSession.open(options, Home.find(), out)) {
            session.closeOnSignal();
            DemoRun.requireReady(session, READY_LIMIT);
            String password = Files.readString(new DataDirectory(directory).firstAdminPassword())
                    .strip();
            good = new Walk(steps(chromium, session, password), kept, out).go();
        }
        out.step("Pictures are in " + kept);
        out.step(good ? "Everything was seen" : "NOT EVERYTHING WAS SEEN");
        return good ? 0 : 1;
    }

    private List<Step> steps(Chromium chromium, StackSession session, String password) {
        URI address =
                URI.create("http://127.0.0.1:" + session.stack().note().ports().of(ServiceSpec.MAIN_APP));
        Screen desk = chromium.open(address, 1440, 900, ColorScheme.DARK);
        Screen phone = chromium.open(address, OpeningSteps.PHONE_WIDTH, 844, ColorScheme.DARK);
        Screen door = chromium.open(address, 1440, 900, ColorScheme.LIGHT);
        OpeningSteps opening = new OpeningSteps(desk, phone, password);
        TradingSteps trading = new TradingSteps(desk, phone, speed);
        AccessSteps access = new AccessSteps(desk, door, session, password);
        List<Step> steps = new ArrayList<>(opening.arrival());
        steps.addAll(access.steps());
        steps.addAll(trading.byHand());
        steps.add(opening.settings());
        steps.addAll(trading.byTheMachine());
        steps.add(access.csv());
        steps.addAll(new SafetySteps(desk, session, password).steps());
        steps.add(access.lostLine());
        return steps;
    }
}
