package io.recio.pricewatchdog.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.recio.domain.price.FeedPulse;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Functional health and metrics of this service. */
@Singleton
class ServiceFigures implements WatchFigures {

    private static final Duration COMMIT_LIMIT = Duration.ofSeconds(5);

    private final FunctionalHealth health;
    private final Freshness tick;
    private final Freshness commit;
    private final Counter rows;
    private final Timer commits;

    ServiceFigures(FunctionalHealth health, MeterRegistry metrics) {
        this.health = health;
        this.tick = health.figure("tick", FeedPulse.SILENCE_LIMIT);
        this.commit = health.figure("commit", COMMIT_LIMIT);
        this.rows = metrics.counter("symbol_price_watchdog_rows_total");
        this.commits = Timer.builder("symbol_price_watchdog_commit_seconds")
                .description("From the arrival of a message to its commit")
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
    }

    @Override
    public void heard() {
        tick.good();
    }

    @Override
    public void committed(int written, Duration sinceArrival, boolean silent) {
        commit.good();
        commit.expected(!silent);
        if (!silent) {
            health.worked();
        }
        rows.increment(written);
        commits.record(sinceArrival);
    }
}
