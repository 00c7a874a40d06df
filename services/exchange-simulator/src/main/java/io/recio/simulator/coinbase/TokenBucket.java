package io.recio.simulator.coinbase;

import io.recio.domain.time.SystemClock;

/** Lets so many requests through a second, and a burst after a pause. Safe for many threads. */
final class TokenBucket {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final SystemClock clock;
    private double tokens;
    private long filledAt;

    TokenBucket(double perSecond, double burst, SystemClock clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
        this.tokens = burst;
        this.filledAt = clock.nanos();
    }

    synchronized boolean take() {
        long now = clock.nanos();
        tokens = Math.min(burst, tokens + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
