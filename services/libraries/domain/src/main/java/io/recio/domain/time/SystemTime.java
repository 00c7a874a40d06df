package io.recio.domain.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment on the real clock, UTC: leases, heartbeats, socket freshness, request validity, deadlines, timeouts, backoff,
 * signatures, sessions. It never runs fast and never meets {@link BusinessTime}; there is no conversion.
 */
public record SystemTime(Instant instant) implements Comparable<SystemTime> {

    public static SystemTime of(Instant instant) {
        return new SystemTime(instant);
    }

    public SystemTime plus(Duration duration) {
        return new SystemTime(instant.plus(duration));
    }

    public SystemTime minus(Duration duration) {
        return new SystemTime(instant.minus(duration));
    }

    /** From this moment to the other; negative when the other is earlier. */
    public Duration until(SystemTime other) {
        return Duration.between(instant, other.instant);
    }

    public boolean isBefore(SystemTime other) {
        return instant.isBefore(other.instant);
    }

    public boolean isAfter(SystemTime other) {
        return instant.isAfter(other.instant);
    }

    public long epochMilli() {
        return instant.toEpochMilli();
    }

    @Override
    public int compareTo(SystemTime other) {
        return instant.compareTo(other.instant);
    }

    @Override
    public String toString() {
        return instant.toString();
    }
}
