package io.recio.tradeexecutor.execution;

import io.recio.domain.time.SystemClock;
import io.recio.servicekit.DeskRunner;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.DatabaseUnavailable;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.alert.ExecutorAlerts;
import io.recio.tradeexecutor.exchange.AccessRefused;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.exchange.ExchangeAway;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Whether key, account and clock are what they must be; nothing is sent before that is proven. */
@Singleton
class AccessProof {

    private static final Logger LOG = Logger.getLogger(AccessProof.class);

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String NOT_YET = "NOT_PROVEN_YET";

    private final Exchange exchange;
    private final ExecutorConfig config;
    private final SystemClock clock;
    private final ExecutorAlerts alerts;
    private final Provider<DeskRunner> runner;
    private final Freshness figure;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable String obstacle = NOT_YET;
    private volatile @Nullable String told;
    private long askedAt;

    AccessProof(
            Exchange exchange,
            ExecutorConfig config,
            SystemClock clock,
            FunctionalHealth health,
            ExecutorAlerts alerts,
            Provider<DeskRunner> runner) {
        this.exchange = exchange;
        this.config = config;
        this.clock = clock;
        this.alerts = alerts;
        this.runner = runner;
        this.figure = health.figure("exchange_access", LIMIT);
        this.askedAt = clock.nanos() - config.accessInterval().toNanos();
    }

    /** Whether it is proven; asks on a thread of its own while it is not. */
    boolean isProven() {
        if (obstacle == null) {
            figure.good();
            return true;
        }
        if (clock.nanos() - askedAt >= config.accessInterval().toNanos() && asking.compareAndSet(false, true)) {
            askedAt = clock.nanos();
            Thread.ofVirtual().name("access-proof").start(this::ask);
        }
        return false;
    }

    /** Why it is not proven, a stable code first; empty when it is. */
    Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** Must be proven again before anything is sent. */
    void forget() {
        obstacle = NOT_YET;
    }

    private void ask() {
        try {
            exchange.proveAccess();
            obstacle = null;
            told = null;
            LOG.info("Access to the exchange is proven");
            runner.get().wake();
        } catch (ExchangeAway | DatabaseUnavailable e) {
            stays(e, false);
        } catch (AccessRefused e) {
            stays(e, true);
        } finally {
            asking.set(false);
        }
    }

    /** Each reason is told once: in the log, and as an alert when only a person can remove it. */
    private void stays(RuntimeException cause, boolean needsPerson) {
        String reason = String.valueOf(cause.getMessage());
        obstacle = reason;
        if (reason.equals(told)) {
            return;
        }
        LOG.warnf("Access to the exchange is not proven, nothing is sent reason=%s", reason);
        try {
            if (needsPerson) {
                alerts.raise("ACCESS_NOT_PROVEN", "Nothing is sent: " + reason, Map.of("reason", reason));
            }
            told = reason;
        } catch (DatabaseUnavailable e) {
            LOG.debugf("Alert comes with the next try reason=%s", e.getMessage());
        }
    }
}
