package io.recio.simulator.coinbase;

import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which candles are asked for.
 *
 * @param first start of the first one
 * @param last no candle starts after it
 */
record CandleQuery(BusinessTime first, BusinessTime last, Duration granularity) {

    static final int MOST_ROWS = 300;
    private static final Set<Long> GRANULARITIES = Set.of(60L, 300L, 900L, 3600L, 21_600L, 86_400L);

    /**
     * @param start unix seconds or ISO 8601; without start and end, the last 300
     * @throws IllegalArgumentException with the exchange's reason
     */
    static CandleQuery of(
            @Nullable String start, @Nullable String end, @Nullable String granularity, BusinessTime now) {
        long seconds = granularity == null ? 60 : seconds("granularity", granularity);
        if (!GRANULARITIES.contains(seconds)) {
            throw new IllegalArgumentException("Unsupported granularity");
        }
        if ((start == null) != (end == null)) {
            throw new IllegalArgumentException("start and end must be given together");
        }
        long to = end == null ? now.epochSecond() : time(end);
        long last = Math.floorDiv(to, seconds) * seconds;
        long first = start == null ? last - (MOST_ROWS - 1) * seconds : Math.ceilDiv(time(start), seconds) * seconds;
        if ((last - first) / seconds + 1 > MOST_ROWS) {
            throw new IllegalArgumentException("granularity too small for the requested time range. Count of"
                    + " aggregations requested exceeds " + MOST_ROWS);
        }
        return new CandleQuery(
                BusinessTime.ofEpochSecond(first), BusinessTime.ofEpochSecond(last), Duration.ofSeconds(seconds));
    }

    private static long time(String text) {
        if (text.chars().allMatch(Character::isDigit)) {
            return seconds("time", text);
        }
        try {
            return OffsetDateTime.parse(text).toEpochSecond();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("time must be unix seconds or ISO 8601, was '" + text + "'", e);
        }
    }

    private static long seconds(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be whole seconds, was '" + text + "'", e);
        }
    }
}
