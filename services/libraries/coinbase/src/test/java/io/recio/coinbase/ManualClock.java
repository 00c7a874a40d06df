package io.recio.coinbase;

import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved. */
final class ManualClock implements SystemClock {

    private static final Instant ORIGIN = Instant.parse("2026-11-22T17:00:00Z");

    private final AtomicLong nanos = new AtomicLong();

    void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Override
    public SystemTime now() {
        return new SystemTime(ORIGIN.plusNanos(nanos.get()));
    }

    @Override
    public long nanos() {
        return nanos.get();
    }
}
