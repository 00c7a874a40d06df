package io.recio.simulator.kalshi.exchange;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Averages of the settlement index over the sixty seconds that matter (EXCHANGES, sections C6 and E).
 *
 * <p>An event settles by the window {@code (close - 60 s, close]}: sixty values, the one of the close included, as the
 * exchange's own running average of the final minute counts them.
 */
public final class IndexWindow {

    /** The values an event settles by. */
    public static final int VALUES = 60;

    private static final int AVERAGE_SCALE = 8;

    private final IndexFeed feed;

    public IndexWindow(IndexFeed feed) {
        this.feed = feed;
    }

    /** The value at this second. */
    public SpotPrice at(Symbol symbol, BusinessTime second) {
        return feed.at(symbol, second);
    }

    /** What the event that closes then settles by. */
    public SpotPrice settlementValue(Symbol symbol, BusinessTime closesAt) {
        return SpotPrice.of(average(symbol, closesAt.minus(Duration.ofSeconds(VALUES - 1)), VALUES));
    }

    /** The mean of {@code count} values, one a second from {@code first} on, with eight decimals. */
    public BigDecimal average(Symbol symbol, BusinessTime first, int count) {
        return BigDecimal.valueOf(sumUnits(symbol, first, count), SpotPrice.SCALE)
                .divide(BigDecimal.valueOf(count), AVERAGE_SCALE, RoundingMode.HALF_EVEN);
    }

    /** The sum of {@code count} values in dollars, for models. */
    public double sum(Symbol symbol, BusinessTime first, int count) {
        return sumUnits(symbol, first, count) / Math.pow(10, SpotPrice.SCALE);
    }

    private long sumUnits(Symbol symbol, BusinessTime first, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum = Math.addExact(
                    sum, feed.at(symbol, first.plus(Duration.ofSeconds(i))).units());
        }
        return sum;
    }
}
