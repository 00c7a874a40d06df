package io.recio.localstack.drill;

import io.recio.localstack.control.StackSession;
import io.recio.localstack.demo.DemoRun;
import io.recio.localstack.directory.Home;
import io.recio.localstack.process.Quiet;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.CommandOutput;
import io.recio.localstack.stack.StackOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Breaks fresh stacks on purpose while each trades a demonstration; ends with 0 when all healed and the books agree. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = "Break a fresh stack on purpose, watch it heal, and reconcile it to the cent.")
public final class DrillCommand implements Callable<Integer> {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);

    @Mixin
    private CommandOutput out = new CommandOutput();

    @Parameters(index = "0", paramLabel = "PART", description = "kill, freeze, function or database.")
    private DrillPart part = DrillPart.KILL;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "SERVICE",
            description = "The services to kill or freeze; all twelve by default.")
    private List<String> services = new ArrayList<>();

    @Option(names = "--speed", paramLabel = "N", defaultValue = "30", description = "Business seconds per real second.")
    private int speed = 30;

    @Option(names = "--seed", paramLabel = "N", description = "Decides every random choice; random when absent.")
    private @Nullable Long seed;

    @Override
    public Integer call() throws Exception {
        Quiet.processes();
        List<String> chosen = services.isEmpty() ? DrillPart.allServices() : known(services);
        List<Healing> healings = new ArrayList<>();
        boolean good = true;
        for (Function<Blows, List<Blow>> round : part.rounds(chosen)) {
            good &= play(round, healings);
        }
        out.step("");
        out.step("Until everything gave results again:");
        healings.forEach(healing -> out.step(healing.toString()));
        good &= healings.stream().allMatch(Healing::isGood);
        out.step(good ? "Everything healed, and the books agree to the cent" : "NOT EVERYTHING HEALED AS IT SHOULD");
        return good ? 0 : 1;
    }

    private boolean play(Function<Blows, List<Blow>> round, List<Healing> healings) throws Exception {
        long chosenSeed = seed == null ? new SecureRandom().nextInt(1_000_000) : seed;
        Path directory = Files.createTempDirectory("recio-drill-");
        out.step("Drill with --seed " + chosenSeed + " --speed " + speed + ", data in " + directory);
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.MINUTES);
        StackOptions options = StackOptions.simulated(directory, speed, StackOptions.GENERATED, chosenSeed, start);
        try (StackSession session = StackSession.open(options, Home.find(), out)) {
            session.closeOnSignal();
            DemoRun.requireReady(session, READY_LIMIT);
            Drill drill = new Drill(session, out, InstantSource.system());
            CompletableFuture<List<Healing>> drilled = new CompletableFuture<>();
            Thread.ofVirtual().name("drill").start(() -> {
                try {
                    drilled.complete(drill.strike(round.apply(new Blows(session))));
                } catch (Exception e) {
                    drilled.completeExceptionally(e);
                }
            });
            boolean good = new DemoRun(session, out, InstantSource.system()).playBeside(drilled::isDone);
            healings.addAll(drilled.join());
            return good;
        }
    }

    private static List<String> known(List<String> names) {
        List<String> all = DrillPart.allServices();
        names.stream().filter(name -> !all.contains(name)).findFirst().ifPresent(name -> {
            throw new Refused("SERVICE must be one of " + all + ", was " + name);
        });
        return names;
    }
}
