package io.recio.coinbase;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: doubling from the shortest to the longest, each drawn from the upper half of
 * its length, so that clients cut off together do not come back together.
 */
final class Backoff {

    private final Duration shortest;
    private final Duration longest;
    private final RandomGenerator random;

    private Duration ceiling;

    Backoff(Duration shortest, Duration longest, RandomGenerator random) {
        this.shortest = shortest;
        this.longest = longest;
        this.random = random;
        this.ceiling = shortest;
    }

    Duration next() {
        long nanos = ceiling.toNanos();
        Duration doubled = ceiling.multipliedBy(2);
        ceiling = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofNanos(nanos / 2 + Math.round(nanos / 2 * random.nextDouble()));
    }

    /** All is well: the next wait is a short one. */
    void reset() {
        ceiling = shortest;
    }
}
