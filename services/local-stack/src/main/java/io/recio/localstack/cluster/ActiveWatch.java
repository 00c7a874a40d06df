package io.recio.localstack.cluster;

import io.recio.localstack.demo.DemoDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Looks for two active executors: one that calls itself active by an epoch that has passed on, and still does so when it must long have
 * stopped (1.5 s after the last renewal it sent).
 */
final class ActiveWatch implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration STOPPED_BY = Duration.ofSeconds(4);

    private static final String OUTDATED = """
            SELECT h.instance || ' epoch ' || h.epoch || ' beside ' || l.epoch
            FROM system.heartbeats h JOIN system.leases l ON l.name = h.service
            WHERE h.service = 'trade-executor' AND h.role = 'active' AND h.epoch < l.epoch AND l.expires_at > clock_timestamp()
                AND h.beat_at > clock_timestamp() - interval '1 s'""";

    private final DemoDatabase database;
    private final InstantSource time;
    private final Map<String, Instant> firstSeen = new ConcurrentHashMap<>();
    private final List<String> found = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean over;

    ActiveWatch(DemoDatabase database, InstantSource time) {
        this.database = database;
        this.time = time;
        this.thread = Thread.ofVirtual().name("active-watch").start(this::watch);
    }

    /** Executors that were active beside the true one. */
    List<String> found() {
        return List.copyOf(new HashSet<>(found));
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
    }

    private void watch() {
        while (!over) {
            try {
                look(Set.copyOf(database.list(row -> row.getString(1), OUTDATED)));
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                // No database, no pod: then nobody is active either, and the next look tells.
                firstSeen.clear();
            }
        }
    }

    private void look(Set<String> outdated) {
        firstSeen.keySet().retainAll(outdated);
        for (String each : outdated) {
            Instant since = firstSeen.computeIfAbsent(each, key -> time.instant());
            if (since.plus(STOPPED_BY).isBefore(time.instant())) {
                found.add(each);
            }
        }
    }
}
