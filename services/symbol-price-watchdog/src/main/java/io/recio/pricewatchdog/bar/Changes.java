package io.recio.pricewatchdog.bar;

import io.recio.coinbase.Candle;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** How far the price is from where it was hours ago, by the closes of minutes. Not thread-safe. */
public final class Changes {

    private static final int MINUTE = 60;
    private static final int SECONDS_KEPT = 25 * 3600;

    /** A price this much older than the look-back still stands for it: minutes without a trade have no bar. */
    private static final int TOLERANCE = 600;

    private final NavigableMap<Long, SpotPrice> closes = new TreeMap<>();

    public void add(Collection<Candle> bars) {
        bars.forEach(bar -> closes.put(bar.start().epochSecond() + MINUTE, bar.close()));
        if (!closes.isEmpty()) {
            closes.headMap(closes.lastKey() - SECONDS_KEPT).clear();
        }
    }

    /** In percent of the price then; absent when no minute ended in the ten minutes before that moment. */
    public OptionalDouble percentSince(Duration back, SpotPrice price, BusinessTime now) {
        long then = now.minus(back).epochSecond();
        Map.Entry<Long, SpotPrice> close = closes.floorEntry(then);
        if (close == null || then - close.getKey() > TOLERANCE) {
            return OptionalDouble.empty();
        }
        double before = close.getValue().value();
        return OptionalDouble.of((price.value() - before) / before * 100);
    }
}
