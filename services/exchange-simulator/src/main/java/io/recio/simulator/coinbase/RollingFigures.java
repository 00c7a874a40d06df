package io.recio.simulator.coinbase;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.price.Bar;
import io.recio.simulator.price.PricePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A product's figures of the last 24 hours and 30 days, counted in whole hours before the running one and the finished
 * minutes of that. Safe for many threads.
 */
final class RollingFigures {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final long DAY_HOURS = 24;
    private static final long MONTH_HOURS = 720;

    private final PricePath path;
    private final Symbol symbol;
    private final TreeMap<Long, List<Bar>> hours = new TreeMap<>();
    private long minute = Long.MIN_VALUE;
    private @Nullable Figures figures;

    /** Volumes in hundred-millionths of the base currency. */
    record Figures(SpotPrice open, SpotPrice high, SpotPrice low, long dayVolume, long monthVolume) {}

    RollingFigures(PricePath path, Symbol symbol) {
        this.path = path;
        this.symbol = symbol;
    }

    synchronized Figures at(BusinessTime now) {
        long current = Math.floorDiv(now.epochSecond(), 60);
        Figures known = figures;
        if (known != null && current == minute) {
            return known;
        }
        long hour = Math.floorDiv(current, 60);
        hours.headMap(hour - MONTH_HOURS).clear();
        for (long each = hour - MONTH_HOURS; each < hour; each++) {
            hours.computeIfAbsent(each, this::hour);
        }
        Figures counted = count(hour, current, path.lastTrade(symbol, now).price());
        figures = counted;
        minute = current;
        return counted;
    }

    private Figures count(long hour, long until, SpotPrice last) {
        List<Bar> day = new ArrayList<>();
        hours.tailMap(hour - DAY_HOURS).values().forEach(day::addAll);
        day.addAll(path.bars(
                symbol, BusinessTime.ofEpochSecond(hour * 3600), BusinessTime.ofEpochSecond(until * 60), HOUR));
        SpotPrice open = day.isEmpty() ? last : day.getFirst().open();
        SpotPrice high = last;
        SpotPrice low = last;
        long dayVolume = 0;
        for (Bar bar : day) {
            high = bar.high().isAbove(high) ? bar.high() : high;
            low = bar.low().isBelow(low) ? bar.low() : low;
            dayVolume += bar.volumeUnits();
        }
        long monthVolume = hours.values().stream()
                .flatMap(List::stream)
                .mapToLong(Bar::volumeUnits)
                .sum();
        return new Figures(open, high, low, dayVolume, monthVolume);
    }

    private List<Bar> hour(long hour) {
        BusinessTime start = BusinessTime.ofEpochSecond(hour * 3600);
        return path.bars(symbol, start, start.plus(HOUR), HOUR);
    }
}
