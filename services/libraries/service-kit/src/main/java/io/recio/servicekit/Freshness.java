package io.recio.servicekit;

import io.recio.domain.time.SystemClock;
import java.time.Duration;

/**
 * One functional figure: how long ago this service last produced a correct result of one kind, and how long it may take.
 * Thread-safe.
 */
public final class Freshness {

    private final String name;
    private final Duration limit;
    private final SystemClock clock;
    private volatile long lastGood;
    private volatile boolean expected = true;

    Freshness(String name, Duration limit, SystemClock clock) {
        this.name = name;
        this.limit = limit;
        this.clock = clock;
        this.lastGood = clock.nanos();
    }

    /** A correct result was produced just now. */
    public void good() {
        lastGood = clock.nanos();
    }

    /** Whether a result is due at all: no book is expected while the exchange pauses. */
    public void expected(boolean due) {
        if (due && !expected) {
            lastGood = clock.nanos();
        }
        expected = due;
    }

    public String name() {
        return name;
    }

    public Duration limit() {
        return limit;
    }

    public Duration age() {
        return Duration.ofNanos(clock.nanos() - lastGood);
    }

    public boolean isOk() {
        return !expected || age().compareTo(limit) <= 0;
    }
}
