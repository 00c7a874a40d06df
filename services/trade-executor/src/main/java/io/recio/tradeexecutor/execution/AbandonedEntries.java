package io.recio.tradeexecutor.execution;

import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.exchange.Exchange.Gone;
import io.recio.tradeexecutor.order.StoredOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Entries that still rest while the database is away: nobody records their fills, no switch can be read. When it stays away
 * they are cancelled from memory. A cancel needs no lease: it can only reduce what is risked, and whoever serves next sees
 * it as the exchange's word.
 */
final class AbandonedEntries {

    private static final Logger LOG = Logger.getLogger(AbandonedEntries.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Exchange exchange;
    private final Duration limit;
    private final BooleanSupplier databaseAway;
    private final Timer timer;
    private final AtomicLong absence = new AtomicLong();

    /** Runs something later, on a thread of its own. */
    interface Timer {

        void after(Duration delay, Runnable action);
    }

    AbandonedEntries(Exchange exchange, Duration limit, BooleanSupplier databaseAway, Timer timer) {
        this.exchange = exchange;
        this.limit = limit;
        this.databaseAway = databaseAway;
        this.timer = timer;
    }

    /** The desk has stood down with these in the book. */
    void left(List<StoredOrder> resting) {
        long mine = absence.incrementAndGet();
        if (!resting.isEmpty()) {
            timer.after(limit, () -> look(mine, resting));
        }
    }

    /** The desk works again. */
    void recovered() {
        absence.incrementAndGet();
    }

    private void look(long mine, List<StoredOrder> resting) {
        if (absence.get() != mine || !databaseAway.getAsBoolean()) {
            return;
        }
        List<StoredOrder> left = new ArrayList<>();
        for (StoredOrder stored : resting) {
            if (!isGone(stored)) {
                left.add(stored);
            }
        }
        if (!left.isEmpty()) {
            timer.after(PAUSE, () -> look(mine, left));
        }
    }

    private boolean isGone(StoredOrder stored) {
        LOG.warnf(
                "Resting order is cancelled order=%s reason=DATABASE_AWAY",
                stored.order().clientOrderId());
        try {
            return stored.order()
                    .exchangeOrderId()
                    .map(id -> exchange.cancel(
                            id,
                            stored.order().intent().ticker(),
                            stored.order().intent().shard()))
                    .filter(Gone.class::isInstance)
                    .isPresent();
        } catch (RuntimeException e) {
            LOG.warnf("Cancel broke off order=%s reason=%s", stored.order().clientOrderId(), e.getMessage());
            return false;
        }
    }
}
