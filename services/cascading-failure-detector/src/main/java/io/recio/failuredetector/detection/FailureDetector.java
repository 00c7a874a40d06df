package io.recio.failuredetector.detection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.recio.domain.time.SystemClock;
import io.recio.failuredetector.DetectorConfig;
import io.recio.servicekit.Activity;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.Channels;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.Notifications;
import io.recio.storage.access.DatabaseAccess;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The detector's own loop: it runs whether the database does or not. */
@Singleton
class FailureDetector implements Activity {

    private static final Logger LOG = Logger.getLogger(FailureDetector.class);

    private static final long LONGEST_STOP_SECONDS = 8;
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(15);

    private final DetectorMemory memory;
    private final DetectionDesk desk;
    private final DetectorConfig config;
    private final SystemClock clock;
    private final FunctionalHealth health;
    private final Freshness looks;
    private final Notifications notifications;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private volatile boolean stopping;
    private volatile boolean leading;
    private volatile long epoch;
    private volatile boolean databaseAway = true;
    private boolean listening;

    FailureDetector(
            DetectorMemory memory,
            DetectionDesk desk,
            DetectorConfig config,
            DatabaseAccess access,
            SystemClock clock,
            FunctionalHealth health,
            Vertx vertx) {
        this.memory = memory;
        this.desk = desk;
        this.config = config;
        this.clock = clock;
        this.health = health;
        this.looks = health.figure("look", LOOK_LIMIT);
        this.notifications = new Notifications(
                vertx, access.options(), Set.of(Channels.SYSTEM_REQUESTS), (channel, payload) -> wake.release());
        this.thread = Thread.ofPlatform().name("detector").unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** Ends the look under way; what is remembered is on disk already. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake.release();
        if (!stopped.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warnf("Detector did not stop in time waited=%ds", LONGEST_STOP_SECONDS);
        }
        notifications.close();
    }

    @Override
    public boolean isActive() {
        return leading;
    }

    @Override
    public long lastEpoch() {
        return epoch;
    }

    @Override
    public boolean isDatabaseAway() {
        return databaseAway;
    }

    @Override
    public boolean needsDatabase() {
        return false;
    }

    private void run() {
        boolean announced = false;
        try {
            while (!stopping) {
                long began = clock.nanos();
                try {
                    if (leading && !memory.leads()) {
                        leading = false;
                        announced = false;
                        LOG.warn("Lead lost, standing by");
                    }
                    if (!leading && !lead()) {
                        if (!announced) {
                            LOG.infof("Standing by, another detector leads");
                            announced = true;
                        }
                    } else {
                        look();
                    }
                } catch (RuntimeException e) {
                    LOG.errorf(e, "Look failed, trying again");
                }
                pause(began);
            }
        } finally {
            leading = false;
            memory.release();
            desk.farewell();
            stopped.countDown();
        }
    }

    private boolean lead() {
        Optional<Remembered> remembered = memory.lead();
        remembered.ifPresent(known -> {
            desk.recover(known);
            epoch = known.epoch();
            leading = true;
            LOG.infof("Watching epoch=%d watchOnly=%s", epoch, config.watchOnly());
        });
        return leading;
    }

    private void look() {
        boolean up = desk.look();
        looks.good();
        health.worked();
        if (up == databaseAway) {
            LOG.infof("Database %s", up ? "answers" : "is away, deciding without it");
        }
        databaseAway = !up;
        if (up && !listening) {
            try {
                notifications.start();
                listening = true;
            } catch (DatabaseUnavailable e) {
                LOG.debugf("Not listening yet reason=%s", e.getMessage());
            }
        }
    }

    private void pause(long began) {
        long left = config.interval().toNanos() - (clock.nanos() - began);
        try {
            if (!stopping && left > 0 && wake.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
