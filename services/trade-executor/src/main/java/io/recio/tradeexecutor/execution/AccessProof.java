package io.recio.tradeexecutor.execution;

import io.recio.domain.time.SystemClock;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.exchange.ExchangeAway;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Whether this key reaches the account and the clocks agree; nothing is sent before that is proven. */
final class AccessProof {

    private static final Logger LOG = Logger.getLogger(AccessProof.class);

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Exchange exchange;
    private final ExecutorConfig config;
    private final SystemClock clock;
    private final Freshness figure;
    private final Runnable wake;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean proven;
    private volatile boolean complained;
    private long askedAt;

    AccessProof(Exchange exchange, ExecutorConfig config, SystemClock clock, FunctionalHealth health, Runnable wake) {
        this.exchange = exchange;
        this.config = config;
        this.clock = clock;
        this.figure = health.figure("exchange_access", LIMIT);
        this.wake = wake;
        this.askedAt = clock.nanos() - config.accessInterval().toNanos();
    }

    /** Whether it is proven; asks on a thread of its own while it is not. */
    boolean isProven() {
        if (proven) {
            figure.good();
            return true;
        }
        if (clock.nanos() - askedAt >= config.accessInterval().toNanos() && asking.compareAndSet(false, true)) {
            askedAt = clock.nanos();
            Thread.ofVirtual().name("access-proof").start(this::ask);
        }
        return false;
    }

    /** Must be proven again before anything is sent. */
    void forget() {
        proven = false;
    }

    private void ask() {
        try {
            exchange.proveAccess();
            proven = true;
            complained = false;
            LOG.info("Access to the exchange is proven");
            wake.run();
        } catch (ExchangeAway e) {
            if (!complained) {
                LOG.warnf("Access to the exchange is not proven, nothing is sent reason=%s", e.getMessage());
            }
            complained = true;
        } finally {
            asking.set(false);
        }
    }
}
