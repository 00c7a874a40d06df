package io.recio.kalshi.limits;

import io.recio.domain.time.SystemClock;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The exchange's token buckets, kept on our side so that calls wait here instead of being refused there.
 *
 * <p>Reads share one bucket; writes have one per shard (EXCHANGES, section A12). Cancels and closes go before entries and
 * may use a reserve which entries leave alone. Thread safe; waiting on an event loop is refused.
 */
public final class RateBudget {

    private final SystemClock clock;
    private final Map<Integer, TokenQueue> writes = new TreeMap<>();
    private final TokenQueue reads;

    private AccountLimits limits;

    public RateBudget(AccountLimits limits, SystemClock clock) {
        this.limits = limits;
        this.clock = clock;
        this.reads = new TokenQueue(limits.read(), clock);
    }

    /**
     * Waits for its turn and takes the tokens.
     *
     * @return false when the tokens cannot be there before {@code patience} runs out, which is said at once, or the charge
     *     could never fit; then nothing was taken
     * @throws IllegalStateException on an event loop
     */
    public synchronized boolean acquire(Charge charge, Duration patience) throws InterruptedException {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("rate budget must be awaited off the event loop, was called on one");
        }
        if (charge.tokens() > limitOf(charge).capacity()) {
            return false;
        }
        long deadline = clock.nanos() + patience.toNanos();
        TokenQueue queue = queueOf(charge);
        TokenQueue.Ticket ticket = queue.join(charge.tokens(), charge.urgent());
        try {
            while (true) {
                Duration wait = queue.poll(ticket);
                if (wait.isZero()) {
                    notifyAll();
                    return true;
                }
                long left = deadline - clock.nanos();
                if (left <= 0 || wait.toNanos() > left) {
                    return false;
                }
                waitNanos(wait.toNanos());
            }
        } finally {
            queue.leave(ticket);
            notifyAll();
        }
    }

    /** Takes the account's own limits into use; tokens held stay. */
    public synchronized void adjust(AccountLimits newLimits) {
        limits = newLimits;
        reads.resize(newLimits.read());
        writes.values().forEach(queue -> queue.resize(newLimits.write()));
        notifyAll();
    }

    /** Tells the budget that the exchange answered 429 to a call of this charge. */
    public synchronized void refused(Charge charge) {
        queueOf(charge).drain();
    }

    private TokenQueue queueOf(Charge charge) {
        return switch (charge.kind()) {
            case READ -> reads;
            case WRITE -> writes.computeIfAbsent(charge.shard(), shard -> new TokenQueue(limits.write(), clock));
        };
    }

    private AccountLimits.Bucket limitOf(Charge charge) {
        return switch (charge.kind()) {
            case READ -> limits.read();
            case WRITE -> limits.write();
        };
    }

    /** Rounded up to a whole millisecond, so that a wait never turns into spinning. */
    private void waitNanos(long nanos) throws InterruptedException {
        wait(Math.max(1, (nanos + 999_999) / 1_000_000));
    }
}
