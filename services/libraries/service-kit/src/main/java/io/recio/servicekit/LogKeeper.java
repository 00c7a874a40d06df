package io.recio.servicekit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.recio.storage.Database;
import io.recio.storage.system.LogLine;
import io.recio.storage.system.LogLineStore;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Carries warnings and errors of this process to the database each second, where the screen reads them, on one machine as in
 * a cluster. What is logged before the start or in the last second before a kill is in the runtime's log only.
 */
@Singleton
class LogKeeper {

    private static final org.jboss.logging.Logger LOG = org.jboss.logging.Logger.getLogger(LogKeeper.class);

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final LogLineStore store;
    private final ServiceIdentity identity;
    private final InstantSource time;
    private final WarningRing ring = new WarningRing();
    private final Logger root = Logger.getLogger("");
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("log-keeper").daemon().factory());

    LogKeeper(Database database, ServiceIdentity identity, InstantSource time) {
        this.store = new LogLineStore(database);
        this.identity = identity;
        this.time = time;
    }

    void start(@Observes StartupEvent event) {
        root.addHandler(ring);
        timer.scheduleWithFixedDelay(this::carry, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        root.removeHandler(ring);
        timer.shutdownNow();
        carry();
    }

    private void carry() {
        List<LogLine> lines = ring.drain(time.instant());
        if (lines.isEmpty()) {
            return;
        }
        try {
            store.keep(identity.service(), identity.instance(), lines);
        } catch (RuntimeException e) {
            ring.putBack(lines);
            LOG.debugf("Log lines not kept reason=%s", e.getMessage());
        }
    }
}
