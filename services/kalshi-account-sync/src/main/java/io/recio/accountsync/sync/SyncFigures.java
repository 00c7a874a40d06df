package io.recio.accountsync.sync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.recio.accountsync.read.ReadOutcome;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/** Functional health and metrics of this service. */
@Singleton
class SyncFigures {

    private static final Duration SOCKET_LIMIT = Duration.ofSeconds(12);
    private static final Duration RECONCILIATION_LIMIT = Duration.ofSeconds(30);
    /** A silence below this is a frame or ping just heard. */
    private static final Duration JUST_NOW = Duration.ofSeconds(1);

    private final FunctionalHealth health;
    private final MeterRegistry metrics;
    private final Freshness socket;
    private final Freshness reconciliation;
    private final Counter fills;
    private final Counter connections;
    private final Counter unusable;
    private final Timer fillCommits;

    SyncFigures(FunctionalHealth health, MeterRegistry metrics) {
        this.health = health;
        this.metrics = metrics;
        this.socket = health.figure("socket", SOCKET_LIMIT);
        this.reconciliation = health.figure("reconciliation", RECONCILIATION_LIMIT);
        this.fills = metrics.counter("kalshi_account_sync_stream_fills_total");
        this.connections = metrics.counter("kalshi_account_sync_connections_total");
        this.unusable = metrics.counter("kalshi_account_sync_unusable_frames_total");
        this.fillCommits = Timer.builder("kalshi_account_sync_fill_commit_seconds")
                .description("From the arrival of a fill frame to its commit")
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
    }

    void silent(Duration silence) {
        if (silence.compareTo(JUST_NOW) < 0) {
            socket.good();
        }
    }

    void unusable(long frames) {
        unusable.increment(frames);
    }

    void connected() {
        connections.increment();
    }

    void fillsCommitted(int added, Duration sinceArrival) {
        fills.increment(added);
        fillCommits.record(sinceArrival);
        health.worked();
    }

    /** @param complete whether the account is confirmed as a whole */
    void read(ReadOutcome outcome, boolean complete, Duration took) {
        if (complete) {
            reconciliation.good();
        }
        health.worked();
        metrics.timer(
                        "kalshi_account_sync_read_seconds",
                        "scope",
                        outcome.request().scope().name().toLowerCase(Locale.ROOT),
                        "outcome",
                        outcome instanceof ReadOutcome.Reading ? "read" : "failed")
                .record(took);
    }
}
