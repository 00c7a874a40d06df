package io.recio.coinbase;

import io.recio.domain.time.SystemClock;

/** Paces requests: a second's worth at once after a rest, then evenly. Thread-safe. */
final class TokenBucket {

    private static final long SECOND = 1_000_000_000L;

    private final SystemClock clock;
    private final long interval;
    private final long slack;

    /** When the bucket will be full again, on the monotonic clock. */
    private long fullAt;

    TokenBucket(int perSecond, SystemClock clock) {
        this.clock = clock;
        this.interval = SECOND / perSecond;
        this.slack = SECOND - interval;
        this.fullAt = clock.nanos();
    }

    /** Takes a token, if need be one of the future. Returns the nanoseconds to wait before using it, 0 for none. */
    synchronized long take() {
        long now = clock.nanos();
        long due = fullAt - now > 0 ? fullAt : now;
        fullAt = due + interval;
        return Math.max(0, due - now - slack);
    }
}
