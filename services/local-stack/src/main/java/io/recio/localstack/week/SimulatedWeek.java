package io.recio.localstack.week;

import io.recio.localstack.week.ScenarioRun.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** Many scenarios, one after another, and their table. */
public final class SimulatedWeek {

    private int scenarios;
    private long looks;
    private long restarts;
    private long withheld;
    private long unhealed;
    private final Map<FaultKind, Integer> injected = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, List<Long>> healing = new EnumMap<>(FaultKind.class);
    private final List<String> broken = new ArrayList<>();

    private SimulatedWeek() {}

    /** Runs the seeds from the first on; the same seeds give the same table. */
    public static SimulatedWeek run(long firstSeed, int scenarios) {
        SimulatedWeek week = new SimulatedWeek();
        LongStream.range(firstSeed, firstSeed + scenarios).forEach(seed -> week.add(ScenarioRun.of(seed)));
        return week;
    }

    /** Each broken rule with its seed; empty is right. */
    public List<String> broken() {
        return List.copyOf(broken);
    }

    long restarts() {
        return restarts;
    }

    Map<FaultKind, Integer> injected() {
        return injected;
    }

    List<Long> healing(FaultKind kind) {
        return healing.getOrDefault(kind, List.of());
    }

    /** The table, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d scenarios of an hour, %d looks: %d restarts, %d decisions to withhold, %d rules broken",
                scenarios,
                looks,
                restarts,
                withheld,
                broken.size()));
        lines.add(String.format(Locale.ROOT, "  %-18s %9s %9s %12s %12s", "fault", "injected", "mended", "p50", "p99"));
        injected.forEach((kind, count) -> {
            List<Long> seconds = healing(kind).stream().sorted().toList();
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-18s %9d %9s %12s %12s",
                    kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    count,
                    kind.isMendedByRestart() ? seconds.size() : "-",
                    at(seconds, 0.5),
                    at(seconds, 0.99)));
        });
        lines.add("  still ill at the end, each with its reason: " + unhealed);
        broken.stream().limit(20).forEach(line -> lines.add("  BROKEN " + line));
        return lines;
    }

    private void add(Outcome outcome) {
        scenarios++;
        looks += outcome.looks();
        restarts += outcome.restarts();
        withheld += outcome.withheld();
        unhealed += outcome.unhealed();
        outcome.scenario().faults().forEach(fault -> injected.merge(fault.kind(), 1, Integer::sum));
        outcome.healing().forEach((kind, seconds) -> healing.computeIfAbsent(kind, any -> new ArrayList<>())
                .addAll(seconds));
        outcome.broken().forEach(line -> broken.add("seed " + outcome.scenario().seed() + ": " + line));
    }

    private static String at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? "" : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)) + " s";
    }
}
