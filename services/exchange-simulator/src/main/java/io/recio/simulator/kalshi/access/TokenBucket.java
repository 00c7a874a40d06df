package io.recio.simulator.kalshi.access;

/** Tokens that refill continuously up to a capacity. Used under the lock of {@link RateBudget}. */
final class TokenBucket {

    private static final double NANOS_PER_SECOND = 1e9;

    private final int perSecond;
    private final int capacity;
    private double tokens;
    private long filledAt;

    TokenBucket(int perSecond, int capacity, long now) {
        this.perSecond = perSecond;
        this.capacity = capacity;
        this.tokens = capacity;
        this.filledAt = now;
    }

    boolean holds(int cost, long now) {
        tokens = Math.min(capacity, tokens + (now - filledAt) / NANOS_PER_SECOND * perSecond);
        filledAt = now;
        return tokens >= cost;
    }

    void take(int cost) {
        tokens -= cost;
    }
}
