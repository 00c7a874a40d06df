package io.recio.mainapp.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.mainapp.MainAppConfig;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.Database;
import io.recio.storage.DatabaseUnavailable;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks the database twice a second whether it is there, so that the screen says so within three seconds when not. */
@Singleton
class DatabasePulse {

    private static final Logger LOG = Logger.getLogger(DatabasePulse.class);

    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Database database;
    private final SystemClock clock;
    private final Freshness figure;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("database-pulse").daemon().factory());

    private volatile boolean available;
    private volatile @Nullable Anchor anchor;
    private volatile Runnable listener = () -> {};

    DatabasePulse(Pool pool, MainAppConfig config, SystemClock clock, FunctionalHealth health) {
        this.database = new Database(pool, config.stream().pulseTimeout());
        this.clock = clock;
        this.figure = health.figure("database-pulse", LIMIT);
    }

    /** The business clock and how many times as fast as real time it runs. */
    private record Anchor(BusinessClock clock, int speed) {}

    boolean isAvailable() {
        return available;
    }

    /** Empty until the clock's row has been read. */
    Optional<BusinessTime> businessTime() {
        return Optional.ofNullable(anchor).map(known -> known.clock().now());
    }

    int speed() {
        Anchor known = anchor;
        return known == null ? 1 : known.speed();
    }

    /** Calls back after each beat of the pulse. */
    void follow(Runnable beat) {
        listener = beat;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::beat, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void beat() {
        try {
            database.first("SELECT business_anchor, system_anchor, speed FROM system.clock")
                    .ifPresent(row -> anchor = new Anchor(
                            BusinessClock.anchored(
                                    row.getOffsetDateTime("business_anchor").toInstant(),
                                    row.getOffsetDateTime("system_anchor").toInstant(),
                                    row.getInteger("speed"),
                                    clock),
                            row.getInteger("speed")));
            if (!available) {
                LOG.info("Database answers the screen");
            }
            available = true;
            figure.good();
        } catch (DatabaseUnavailable e) {
            if (available) {
                LOG.warnf("Database away, the screen says so reason=%s", e.getMessage());
            }
            available = false;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Pulse failed");
            available = false;
        }
        listener.run();
    }
}
