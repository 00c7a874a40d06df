package io.recio.kalshi;

import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.time.Instant;

/** A real clock that stands still until told to move. */
public final class FakeClock implements SystemClock {

    private Instant now;
    private long nanos;

    private FakeClock(Instant now) {
        this.now = now;
    }

    public static FakeClock at(String instant) {
        return new FakeClock(Instant.parse(instant));
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    @Override
    public synchronized SystemTime now() {
        return SystemTime.of(now);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }
}
