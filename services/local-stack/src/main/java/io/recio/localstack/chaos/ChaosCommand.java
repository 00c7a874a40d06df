package io.recio.localstack.chaos;

import io.recio.localstack.chaos.plan.Schedule;
import io.recio.localstack.chaos.run.ChaosRun;
import io.recio.localstack.chaos.run.ChaosStack;
import io.recio.localstack.chaos.run.Outcome;
import io.recio.localstack.chaos.run.TakeoverDrill;
import io.recio.localstack.directory.TemporaryDirectory;
import io.recio.localstack.process.Quiet;
import io.recio.localstack.stack.CommandOutput;
import io.recio.localstack.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs seeds of the fault matrix on a warm stack of its own; ends with 0 only when every rule held in every run. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = "Trade under faults by seed and check our books against the exchange's after each run.")
public final class ChaosCommand implements Callable<Integer> {

    /** Ten that begin by killing, freezing or cutting off executor, manager and database at the states that cost money. */
    static final List<Long> FIXED = List.of(7L, 47L, 52L, 60L, 116L, 138L, 174L, 225L, 288L, 294L);

    @Mixin
    private CommandOutput out = new CommandOutput();

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "The first seed (default 1).")
    private long seed = 1;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "10", description = "How many seeds (default 10).")
    private int runs = 10;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Go on behind the last seed of this runs.csv, append to it, and write RESULTS.md beside it.")
    private @Nullable Path resume;

    @Option(names = "--fixed", description = "The ten fixed seeds that every test run plays.")
    private boolean fixed;

    @Option(
            names = "--takeovers",
            paramLabel = "N",
            defaultValue = "0",
            description = "In place of seeds: so many rounds of kill, freeze and network cut of the active executor and"
                    + " manager, and one freeze of 60 s.")
    private int takeovers;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep database, logs and broken books here.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Path named = data;
        Path directory = named == null ? Files.createTempDirectory("recio-chaos-") : named.toAbsolutePath();
        boolean good;
        Quiet.processes();
        try (ChaosStack stack = ChaosStack.open(directory, StackOptions.DEFAULT_SEED, out)) {
            good = takeovers > 0 ? new TakeoverDrill(stack, out).run(takeovers) : campaign(stack, directory);
        }
        if (good && named == null) {
            TemporaryDirectory.delete(directory);
        } else {
            out.step("Database, logs and the books of violations are kept in " + directory);
        }
        return good ? 0 : 1;
    }

    private boolean campaign(ChaosStack stack, Path directory) throws SQLException, IOException, InterruptedException {
        Path file = resume;
        ResultsFile results = file == null ? null : new ResultsFile(file);
        ChaosRun run = new ChaosRun(stack, directory.resolve("violations"));
        List<Outcome> outcomes = new ArrayList<>();
        for (long each : seeds(results)) {
            if (stack.isEnding()) {
                break;
            }
            Outcome outcome = run.play(Schedule.of(each));
            outcomes.add(outcome);
            tell(outcome);
            if (results != null) {
                results.add(outcome);
            }
        }
        return conclude(outcomes);
    }

    private List<Long> seeds(@Nullable ResultsFile results) {
        if (fixed) {
            return FIXED;
        }
        long first = results == null
                ? seed
                : results.lastSeed().stream().map(last -> last + 1).findFirst().orElse(seed);
        return LongStream.range(first, first + runs).boxed().toList();
    }

    private void tell(Outcome outcome) {
        out.step((outcome.violations().isEmpty() ? "ok   " : "BAD  ") + ResultsFile.line(outcome));
        outcome.violations().forEach(violation -> out.step("     " + violation));
        if (!outcome.violations().isEmpty()) {
            outcome.schedule().faults().forEach(fault -> out.step("     fault " + fault));
            out.step(
                    "     replay with: recio chaos --seed " + outcome.schedule().seed() + " --runs 1");
        }
    }

    private boolean conclude(List<Outcome> outcomes) {
        List<Long> broken = outcomes.stream()
                .filter(outcome -> !outcome.violations().isEmpty())
                .map(outcome -> outcome.schedule().seed())
                .toList();
        out.step("");
        out.step(new ResultsTable(outcomes.stream().map(ResultsFile::line).toList()).text());
        out.step(
                broken.isEmpty()
                        ? "Every rule held in " + outcomes.size() + " runs"
                        : "RULES BROKEN by seeds " + broken);
        return broken.isEmpty();
    }
}
