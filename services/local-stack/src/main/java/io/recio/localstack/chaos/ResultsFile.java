package io.recio.localstack.chaos;

import io.recio.localstack.chaos.plan.PlannedFault;
import io.recio.localstack.chaos.run.Fate;
import io.recio.localstack.chaos.run.Outcome;
import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** One line for each run, appended: {@code runs.csv}. Beside it {@code RESULTS.md} adds them up. */
final class ResultsFile {

    static final String HEADER =
            "seed,faults,requests,trades,fills,partial,closes,settled,doubts,halted,seconds,violations";

    private static final long MILLIS_PER_SECOND = 1000;

    private final Path file;

    ResultsFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** The newest seed, or empty when there is none. */
    OptionalLong lastSeed() {
        return lines().stream()
                .mapToLong(line -> Long.parseLong(line.split(",", 2)[0]))
                .reduce((first, second) -> second);
    }

    /** The lines of all runs, without the heading. */
    List<String> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream().skip(1).toList();
        } catch (IOException e) {
            throw new Refused("results must be readable, were not: " + file, e);
        }
    }

    /** Adds the run and writes the sums anew. */
    void add(Outcome outcome) throws IOException {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            Files.writeString(file, HEADER + "\n");
        }
        Files.writeString(file, line(outcome) + "\n", StandardOpenOption.APPEND);
        Files.writeString(file.resolveSibling("RESULTS.md"), new ResultsTable(lines()).text());
    }

    static String line(Outcome outcome) {
        return String.join(
                ",",
                Long.toString(outcome.schedule().seed()),
                outcome.fates().stream().map(ResultsFile::word).collect(Collectors.joining(" ")),
                Integer.toString(outcome.requests()),
                Integer.toString(outcome.trades()),
                Integer.toString(outcome.fills()),
                Integer.toString(outcome.partial()),
                Integer.toString(outcome.closes()),
                Integer.toString(outcome.settled()),
                Integer.toString(outcome.doubts()),
                Boolean.toString(outcome.halted()),
                Long.toString(Math.round(outcome.took().toMillis() / (double) MILLIS_PER_SECOND)),
                outcome.violations().stream()
                        .map(violation -> violation.rule().name())
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    /** Such as {@code kill/trade-executor/sending/met/2103/1}. */
    private static String word(Fate fate) {
        PlannedFault fault = fate.fault();
        return String.join(
                "/",
                fault.cell().type().label(),
                fault.cell().service(),
                fault.cell().moment().label(),
                fate.met() ? "met" : "late",
                fate.recovery().isPresent() ? Long.toString(fate.recovery().getAsLong()) : "-",
                Long.toString(fate.hits()));
    }
}
