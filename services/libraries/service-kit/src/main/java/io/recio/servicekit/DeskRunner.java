package io.recio.servicekit;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.recio.domain.time.SystemClock;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.Fence;
import io.recio.storage.LeaseLost;
import io.recio.storage.Notifications;
import io.recio.storage.access.DatabaseAccess;
import io.recio.storage.lease.LeaseStore;
import io.recio.storage.system.Installation;
import io.recio.storage.system.Mode;
import io.recio.storage.system.SchemaVersion;
import io.recio.storage.system.SystemStore;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the service's desk on its own thread: lease, recover, serve; stand down and begin again on any loss. */
@Singleton
@UnlessBuildProperty(name = "recio.service.desk", stringValue = "none", enableIfMissing = true)
public class DeskRunner implements Activity {

    private static final Logger LOG = Logger.getLogger(DeskRunner.class);

    private static final Duration RETRY = Duration.ofMillis(250);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Desk desk;
    private final ServiceConfig config;
    private final ServiceIdentity identity;
    private final LeaseStore leases;
    private final SystemStore system;
    private final Clocks clocks;
    private final SystemClock clock;
    private final FunctionalHealth health;
    private final Wakeup wakeup = new Wakeup();
    private final Notifications notifications;
    private final Thread thread;
    private final Thread renewal;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Why the database has been away since it last answered. The desk's thread only. */
    private final Set<String> reasonsTold = new HashSet<>();

    /** The desk's thread only; a schema never goes back. */
    private boolean schemaFits;

    private volatile @Nullable ActiveLease lease;
    private volatile long lastEpoch;
    private volatile boolean stopping;
    private volatile boolean listening;
    private volatile boolean databaseAway = true;

    DeskRunner(
            Desk desk,
            ServiceConfig config,
            ServiceIdentity identity,
            LeaseStore leases,
            SystemStore system,
            Clocks clocks,
            SystemClock clock,
            FunctionalHealth health,
            DatabaseAccess access,
            Vertx vertx) {
        this.desk = desk;
        this.config = config;
        this.identity = identity;
        this.leases = leases;
        this.system = system;
        this.clocks = clocks;
        this.clock = clock;
        this.health = health;
        this.notifications = new Notifications(vertx, access.options(), desk.channels(), (channel, payload) -> {
            desk.heard(channel);
            wakeup.wake();
        });
        this.thread = Thread.ofPlatform().name("desk").unstarted(this::run);
        this.renewal = Thread.ofPlatform().name("lease-renewal").daemon().unstarted(this::renew);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
        renewal.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wakeup.wake();
        if (!stopped.await(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("Desk did not stop in time waited=%s", LONGEST_STOP);
        }
        notifications.close();
    }

    /** Wakes the desk; for inboxes fed by sockets. */
    public void wake() {
        wakeup.wake();
    }

    /** The lease, while this instance is the active one. */
    public Optional<ActiveLease> lease() {
        return Optional.ofNullable(lease);
    }

    @Override
    public boolean isActive() {
        return lease != null;
    }

    /** The epoch of the lease held now or last. */
    @Override
    public long lastEpoch() {
        return lastEpoch;
    }

    @Override
    public boolean isDatabaseAway() {
        return databaseAway;
    }

    private void run() {
        try {
            while (!stopping) {
                try {
                    serveOneLease();
                } catch (DatabaseUnavailable e) {
                    away(e);
                } catch (LeaseLost e) {
                    LOG.warnf("Lease lost, standing by reason=%s", e.getMessage());
                } catch (RuntimeException e) {
                    LOG.errorf(e, "Desk failed, recovering");
                } finally {
                    standDown();
                }
                pause();
            }
        } finally {
            stopped.countDown();
        }
    }

    private void serveOneLease() {
        prepare();
        ActiveLease held = takeLease();
        if (held == null) {
            return;
        }
        lease = held;
        health.restart();
        desk.recover(held.fence());
        LOG.infof("Serving service=%s instance=%s epoch=%d", identity.service(), identity.instance(), lastEpoch);
        while (!stopping) {
            if (!held.isTrusted()) {
                throw new LeaseLost(held.fence());
            }
            desk.step();
            answers();
            wakeup.await(desk.safetyNet());
        }
        desk.finish();
    }

    /** Waits for its schema, learns the clock, checks that this database is ours, and listens before anything is read. */
    private void prepare() {
        requireSchema();
        if (!clocks.isAnchored()) {
            system.clock(clock).ifPresent(clocks::anchor);
        }
        Optional<Installation> installation = system.installation();
        if (!clocks.isAnchored() || installation.isEmpty()) {
            throw new DatabaseUnavailable("database is not prepared yet: no clock or installation row", null);
        }
        Installation found = installation.get();
        if (!found.mode().text().equals(config.mode()) || !found.account().equals(config.account())) {
            throw new IllegalStateException("database must belong to mode " + config.mode() + " and account "
                    + config.account() + ", found " + found.mode().text() + " and " + found.account());
        }
        if (found.mode() == Mode.LIVE) {
            requireDurable();
        }
        if (!listening) {
            notifications.start();
            listening = true;
        }
        answers();
    }

    /** A new release is rolled out beside the job that migrates; until that is done the old release goes on serving. */
    private void requireSchema() {
        if (schemaFits) {
            return;
        }
        int found = system.schemaVersion();
        if (found < SchemaVersion.NEEDED) {
            throw new DatabaseUnavailable(
                    "schema must have version " + SchemaVersion.NEEDED + ", has " + (found == 0 ? "none" : found)
                            + ": waiting for its migration",
                    null);
        }
        schemaFits = true;
    }

    /** Real money is not traded on a database that could forget what it committed (DESIGN, section 5). */
    private void requireDurable() {
        List<String> ways = system.waysToLoseCommits();
        if (!ways.isEmpty()) {
            throw new DatabaseUnavailable(
                    "live mode needs a database that keeps what it commits: " + String.join("; ", ways), null);
        }
    }

    /** Takes the lease as soon as it is free; null when stopping. */
    private @Nullable ActiveLease takeLease() {
        boolean announced = false;
        while (!stopping) {
            long asked = clock.nanos();
            Optional<Fence> fence = leases.take(identity.service(), identity.instance());
            answers();
            if (fence.isPresent()) {
                lastEpoch = fence.get().epoch();
                return new ActiveLease(leases, fence.get(), config.lease().trust(), clock, asked);
            }
            if (!announced) {
                LOG.infof("Standing by, another instance is active service=%s", identity.service());
                announced = true;
            }
            pause();
        }
        return null;
    }

    private void standDown() {
        ActiveLease held = lease;
        if (held == null) {
            return;
        }
        try {
            desk.standDown();
        } catch (RuntimeException e) {
            LOG.errorf(e, "Desk could not stand down cleanly");
        }
        lease = null;
        if (stopping || held.isTrusted()) {
            try {
                held.release();
                LOG.infof("Lease given back service=%s epoch=%d", identity.service(), lastEpoch);
            } catch (DatabaseUnavailable e) {
                LOG.warnf("Lease not given back, it will expire reason=%s", e.getMessage());
            }
        }
    }

    private void renew() {
        while (!stopping || lease != null) {
            ActiveLease held = lease;
            if (held != null) {
                try {
                    held.renew();
                } catch (RuntimeException e) {
                    LOG.debugf("Lease not renewed reason=%s", e.getMessage());
                }
                if (!held.isTrusted()) {
                    wakeup.wake();
                }
            }
            sleep(config.lease().renewal());
        }
    }

    private void answers() {
        databaseAway = false;
        reasonsTold.clear();
    }

    /** Tells each reason once for as long as the database is away. */
    private void away(DatabaseUnavailable cause) {
        databaseAway = true;
        String reason = String.valueOf(cause.getMessage());
        if (reasonsTold.add(reason)) {
            LOG.warnf("Database away, retrying reason=%s", reason);
        }
    }

    private void pause() {
        if (!stopping) {
            sleep(RETRY);
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
