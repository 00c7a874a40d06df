package io.recio.servicekit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.recio.storage.system.Heartbeat;
import io.recio.storage.system.HeartbeatStore;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Tells the database each second how this instance feels, on a thread of its own, whatever the desk is doing. */
@Singleton
class HeartbeatLoop {

    private static final Logger LOG = Logger.getLogger(HeartbeatLoop.class);

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final HeartbeatStore store;
    private final ServiceIdentity identity;
    private final Activity activity;
    private final FunctionalHealth health;
    private final ResourceFigures resources;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("heartbeat").daemon().factory());

    HeartbeatLoop(
            HeartbeatStore store,
            ServiceIdentity identity,
            Activity activity,
            FunctionalHealth health,
            ServiceConfig config) {
        this.resources = new ResourceFigures(config.dataDir());
        this.store = store;
        this.identity = identity;
        this.activity = activity;
        this.health = health;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::beat, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        try {
            store.remove(identity.service(), identity.instance());
        } catch (RuntimeException e) {
            LOG.debugf("Heartbeat not removed reason=%s", e.getMessage());
        }
    }

    private void beat() {
        try {
            store.beat(new Heartbeat(
                    identity.service(),
                    identity.instance(),
                    activity.isActive(),
                    activity.lastEpoch(),
                    identity.startedAt(),
                    !activity.isActive() || health.isFunctional(),
                    health.figures(),
                    health.workDone(),
                    ProcessFigures.residentBytes(),
                    ProcessFigures.cpuMillis(),
                    resources.measure(),
                    identity.version(),
                    identity.host(),
                    identity.port()));
        } catch (RuntimeException e) {
            LOG.debugf("Heartbeat not written reason=%s", e.getMessage());
        }
    }
}
