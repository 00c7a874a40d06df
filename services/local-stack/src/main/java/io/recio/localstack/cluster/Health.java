package io.recio.localstack.cluster;

import io.recio.localstack.demo.DemoDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Whether everything runs and gives results: each pod ready, each service with a fresh heartbeat that calls itself functional. */
final class Health {

    private static final Duration LOOK = Duration.ofMillis(500);

    /** The twelve, the simulator and PostgreSQL. */
    private static final int COMPONENTS = 14;

    private static final String WORKING = """
            SELECT service FROM system.heartbeats WHERE beat_at > clock_timestamp() - interval '6 s'
            GROUP BY service HAVING bool_or(functional)""";

    private static final Set<String> WITHOUT_HEARTBEAT = Set.of("exchange-simulator", "postgresql");

    private final Cluster cluster;
    private final DemoDatabase database;
    private final InstantSource time;

    Health(Cluster cluster, DemoDatabase database, InstantSource time) {
        this.cluster = cluster;
        this.database = database;
        this.time = time;
    }

    /** Components that are missing, not ready, doubled or without results. */
    Set<String> open() {
        Set<String> running = new TreeSet<>(cluster.instances().keySet());
        Set<String> open = new TreeSet<>(cluster.unsettled());
        if (running.size() < COMPONENTS) {
            open.add((COMPONENTS - running.size()) + " without a pod");
        }
        if (!open.isEmpty()) {
            return open;
        }
        running.removeAll(WITHOUT_HEARTBEAT);
        try {
            database.list(row -> row.getString(1), WORKING).forEach(running::remove);
        } catch (SQLException e) {
            running.add("database: " + e.getMessage());
        }
        return running;
    }

    /** @return what was still open when the limit was reached; empty as soon as nothing is */
    Set<String> await(Duration limit) throws InterruptedException {
        AtomicReference<Set<String>> seen = new AtomicReference<>(Set.of());
        within(limit, () -> {
            seen.set(open());
            return seen.get().isEmpty();
        });
        return seen.get();
    }

    boolean within(Duration limit, BooleanSupplier condition) throws InterruptedException {
        Instant end = time.instant().plus(limit);
        while (!condition.getAsBoolean()) {
            if (time.instant().isAfter(end)) {
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }
}
