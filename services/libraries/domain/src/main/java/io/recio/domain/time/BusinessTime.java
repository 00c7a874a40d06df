package io.recio.domain.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment on the clock of the markets, UTC: ticks, time to close, windows, cooldowns, expiry, settlement, the risk day.
 *
 * <p>It may run fast or be replayed, so it is never compared with {@link SystemTime}; there is no conversion.
 */
public record BusinessTime(Instant instant) implements Comparable<BusinessTime> {

    public static BusinessTime of(Instant instant) {
        return new BusinessTime(instant);
    }

    /** Parses RFC 3339, such as {@code "2026-11-22T17:00:00Z"}. */
    public static BusinessTime parse(String text) {
        return new BusinessTime(Instant.parse(text));
    }

    public static BusinessTime ofEpochMilli(long millis) {
        return new BusinessTime(Instant.ofEpochMilli(millis));
    }

    public static BusinessTime ofEpochSecond(long seconds) {
        return new BusinessTime(Instant.ofEpochSecond(seconds));
    }

    public BusinessTime plus(Duration duration) {
        return new BusinessTime(instant.plus(duration));
    }

    public BusinessTime minus(Duration duration) {
        return new BusinessTime(instant.minus(duration));
    }

    /** From this moment to the other; negative when the other is earlier. */
    public Duration until(BusinessTime other) {
        return Duration.between(instant, other.instant);
    }

    public boolean isBefore(BusinessTime other) {
        return instant.isBefore(other.instant);
    }

    public boolean isAfter(BusinessTime other) {
        return instant.isAfter(other.instant);
    }

    public long epochSecond() {
        return instant.getEpochSecond();
    }

    public long epochMilli() {
        return instant.toEpochMilli();
    }

    @Override
    public int compareTo(BusinessTime other) {
        return instant.compareTo(other.instant);
    }

    @Override
    public String toString() {
        return instant.toString();
    }
}
