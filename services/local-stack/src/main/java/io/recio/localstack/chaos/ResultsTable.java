package io.recio.localstack.chaos;

import io.recio.localstack.chaos.plan.FaultType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The sums of many runs, as a page. */
final class ResultsTable {

    private static final int FAULTS = 1;
    private static final int FIRST_COUNT = 2;
    private static final List<String> COUNTS = List.of(
            "requests by hand and by rule",
            "trades filled",
            "fills",
            "orders filled in part",
            "closes",
            "markets settled",
            "orders in doubt");
    private static final int HALTED = 9;
    private static final int SECONDS = 10;
    private static final int VIOLATIONS = 11;
    private static final int HITS = 5;
    private static final String PLAIN = "trade-executor trade-manager";

    private final List<String[]> runs;
    private final List<String[]> faults;

    ResultsTable(List<String> lines) {
        this.runs = lines.stream().map(line -> line.split(",", -1)).toList();
        this.faults = runs.stream()
                .flatMap(run -> Arrays.stream(run[FAULTS].split(" ")))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split("/"))
                .toList();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "# Fault campaign");
        line(text, "");
        line(
                text,
                "Generated from `runs.csv` by `./recio chaos --seed S --runs N --resume"
                        + " services/local-stack/chaos/runs.csv`;");
        line(
                text,
                "a seed replays with `./recio chaos --seed S --runs 1`. What a run is says `services/decisions/0024`.");
        line(text, "");
        line(text, "| what | how many |");
        line(text, "|---|---|");
        line(text, "| runs | " + runs.size() + " |");
        line(text, "| seeds | " + (runs.isEmpty() ? "" : runs.getFirst()[0] + " to " + runs.getLast()[0]) + " |");
        line(
                text,
                "| faults that struck | "
                        + faults.stream().filter(ResultsTable::struck).count() + " |");
        line(text, "| runs with a violation | " + count(run -> !run[VIOLATIONS].isEmpty()) + " |");
        line(text, "| runs at whose end entries were halted | " + count(run -> run[HALTED].equals("true")) + " |");
        for (int i = 0; i < COUNTS.size(); i++) {
            int column = FIRST_COUNT + i;
            long sum =
                    runs.stream().mapToLong(run -> Long.parseLong(run[column])).sum();
            line(text, "| " + COUNTS.get(i) + " | " + sum + " |");
        }
        line(text, "| seconds a run, median | " + percentile(column(SECONDS), 50) + " |");
        faultTable(text);
        violationTable(text);
        return text.toString();
    }

    private void faultTable(StringBuilder text) {
        line(text, "");
        line(
                text,
                "Struck: it hit something, by the simulator's own count for requests and frames (hits); a fault nothing"
                        + " came by");
        line(
                text,
                "is not counted. Met: it struck while an order or trade was in the state it aimed at; otherwise at its"
                        + " last");
        line(
                text,
                "chance. Recovery: from the strike until the service's lease was held anew, milliseconds, for a"
                        + " service with a");
        line(text, "warm standby and for one without, which must be started or thawed first.");
        line(text, "");
        line(text, "| fault | struck | hits | met | standby p50 | p99 | max | single p50 | p99 | max |");
        line(text, "|---|---|---|---|---|---|---|---|---|---|");
        for (FaultType type : FaultType.values()) {
            List<String[]> own = faults.stream()
                    .filter(fault -> fault[0].equals(type.label()) && struck(fault))
                    .toList();
            long met = own.stream().filter(fault -> fault[3].equals("met")).count();
            long hits =
                    own.stream().mapToLong(fault -> Long.parseLong(fault[HITS])).sum();
            line(
                    text,
                    "| " + type.label() + " | " + own.size() + " | " + hits + " | " + met + " | "
                            + times(own, fault -> PLAIN.contains(fault[1])) + " | "
                            + times(own, fault -> !PLAIN.contains(fault[1])) + " |");
        }
    }

    private void violationTable(StringBuilder text) {
        List<String[]> broken =
                runs.stream().filter(run -> !run[VIOLATIONS].isEmpty()).toList();
        if (broken.isEmpty()) {
            return;
        }
        line(text, "");
        line(text, "| seed | rules that did not hold | faults |");
        line(text, "|---|---|---|");
        broken.forEach(run -> line(text, "| " + run[0] + " | " + run[VIOLATIONS] + " | " + run[FAULTS] + " |"));
    }

    private static boolean struck(String[] fault) {
        return !fault[HITS].equals("0");
    }

    private static String times(List<String[]> faults, Predicate<String[]> which) {
        List<Long> times = faults.stream()
                .filter(which)
                .filter(fault -> !fault[4].equals("-"))
                .map(fault -> Long.valueOf(fault[4]))
                .collect(Collectors.toCollection(ArrayList::new));
        return times.isEmpty()
                ? " | | "
                : percentile(times, 50) + " | " + percentile(times, 99) + " | " + percentile(times, 100);
    }

    private List<Long> column(int column) {
        return runs.stream().map(run -> Long.valueOf(run[column])).collect(Collectors.toCollection(ArrayList::new));
    }

    /** The smallest value that at least so many percent do not exceed. */
    static long percentile(List<Long> values, int percent) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int rank = Math.max(1, Math.ceilDiv(sorted.size() * percent, 100));
        return sorted.get(rank - 1);
    }

    private long count(Predicate<String[]> which) {
        return runs.stream().filter(which).count();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
