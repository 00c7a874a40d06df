package io.recio.localstack.drill;

import io.recio.localstack.stack.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What can be practised. Each round has a fresh stack: the detector restarts only so many services in ten minutes. */
enum DrillPart {
    /** Each of the twelve is killed. */
    KILL,
    /** Each of the twelve is frozen. */
    FREEZE,
    /** A feed falls silent, a table goes stale, a commit sticks. */
    FUNCTION,
    /** PostgreSQL is stopped for 30 s, and killed. */
    DATABASE;

    private static final int DETECTOR_BUDGET = 4;

    /** The blows of each round, on that round's stack. */
    List<Function<Blows, List<Blow>>> rounds(List<String> services) {
        return switch (this) {
            case KILL -> List.of(blows -> services.stream().map(blows::kill).toList());
            case FREEZE ->
                parts(services).stream()
                        .<Function<Blows, List<Blow>>>map(part ->
                                blows -> part.stream().map(blows::freeze).toList())
                        .toList();
            case FUNCTION -> List.of(blows -> List.of(blows.silentFeed(), blows.staleTable(), blows.stuckCommit()));
            case DATABASE -> List.of(blows -> List.of(blows.databaseOutage(), blows.killDatabase()));
        };
    }

    static List<String> allServices() {
        return ServiceSpec.SERVICES.stream().map(ServiceSpec::name).toList();
    }

    private static List<List<String>> parts(List<String> services) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < services.size(); from += DETECTOR_BUDGET) {
            parts.add(services.subList(from, Math.min(services.size(), from + DETECTOR_BUDGET)));
        }
        return parts;
    }
}
