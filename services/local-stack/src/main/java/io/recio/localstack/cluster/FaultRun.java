package io.recio.localstack.cluster;

import io.recio.localstack.demo.DemoDatabase;
import io.recio.localstack.stack.Progress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Strikes one fault after the other, and notes who named, did and suffered what until all was well. */
final class FaultRun {

    /** For a restart on a machine that is busy with thirteen others. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** How long somebody has to act on a fault that must be mended by hand. */
    private static final Duration ACTION_LIMIT = Duration.ofMinutes(3);

    /** Between two faults, so that what follows from one is not taken for the next; the journal is written by then. */
    private static final Duration BREATH = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final DemoDatabase database;
    private final Health health;
    private final Progress out;
    private final InstantSource time;

    FaultRun(Cluster cluster, DemoDatabase database, Health health, Progress out, InstantSource time) {
        this.cluster = cluster;
        this.database = database;
        this.health = health;
        this.out = out;
        this.time = time;
    }

    /** @param told after each fault, so that what is known stays when the rest does not come */
    List<Outcome> strike(List<Fault> faults, Consumer<List<Outcome>> told) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (Fault fault : faults) {
            Outcome outcome = strike(fault);
            out.step(FaultTable.row(outcome));
            outcomes.add(outcome);
            told.accept(outcomes);
        }
        return outcomes;
    }

    private Outcome strike(Fault fault) throws Exception {
        Map<String, Instance> before = cluster.instances();
        Instant began = time.instant();
        Fault.Mend mend = fault.strike().strike();
        try {
            if (mend != Fault.Mend.NONE || fault.mayRestart().contains(fault.victim())) {
                health.within(ACTION_LIMIT, () -> isNew(before, fault.victim()));
            }
        } finally {
            mend.mend();
        }
        Duration recovery = health.await(LIMIT).isEmpty() ? Duration.between(began, time.instant()) : null;
        Thread.sleep(BREATH);
        return new Outcome(
                fault,
                words(began, "SELECT root_cause FROM system.incidents WHERE opened_at >= ? ORDER BY opened_at"),
                words(began, """
                        SELECT lower(action) || ' ' || service FROM system.remedies
                        WHERE NOT withheld AND decided_at >= ? ORDER BY decided_at"""),
                words(began, """
                        SELECT service || ': ' || min(reason) FROM system.remedies
                        WHERE withheld AND decided_at >= ? GROUP BY service ORDER BY 1"""),
                recovery,
                falseRestarts(before, fault));
    }

    private boolean isNew(Map<String, Instance> before, String component) {
        Instance now = cluster.instances().get(component);
        Instance old = before.get(component);
        return now != null && old != null && !now.isSameLifeAs(old);
    }

    private List<String> falseRestarts(Map<String, Instance> before, Fault fault) {
        return before.keySet().stream()
                .filter(component -> !fault.mayRestart().contains(component))
                .filter(component -> isNew(before, component))
                .toList();
    }

    private List<String> words(Instant since, String sql) throws SQLException {
        return database.list(row -> row.getString(1), sql, since.atOffset(ZoneOffset.UTC)).stream()
                .distinct()
                .toList();
    }
}
