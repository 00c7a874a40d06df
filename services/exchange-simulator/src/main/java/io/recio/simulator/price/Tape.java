package io.recio.simulator.price;

import org.jspecify.annotations.Nullable;

/**
 * One symbol's trades as the seed has them: minutes of trades on demand, numbered without a gap from the first minute of
 * 2015. Safe for many threads.
 */
final class Tape {

    /** The first minute of 2015. */
    static final long ORIGIN = 23_667_840L;

    private static final int MINUTES_KEPT = 4096;
    private static final int TRADES_KEPT = 500_000;

    private final MinuteBars bars;
    private final Seed seed;
    private final int tradesPerMinute;
    private final double quietShare;
    private final RecentCache<@Nullable MinuteTape> minutes;

    Tape(MinuteBars bars, Seed seed, int tradesPerMinute, double quietShare) {
        this.bars = bars;
        this.seed = seed;
        this.tradesPerMinute = tradesPerMinute;
        this.quietShare = quietShare;
        int kept = Math.clamp(TRADES_KEPT / tradesPerMinute, 8, MINUTES_KEPT);
        this.minutes = new RecentCache<>(kept, this::print);
    }

    MinuteBars bars() {
        return bars;
    }

    /** The trades of that minute, or null when there was none. */
    @Nullable
    MinuteTape minute(long minute) {
        return minutes.get(minute);
    }

    /** The trades of the last minute with any, at or before that one. */
    MinuteTape minuteAtOrBefore(long minute) {
        MinuteTape tape = minutes.get(minute);
        return tape != null ? tape : printed(bars.minute(bars.ordinal(minute) - 1));
    }

    /** The minute that holds the trade of that number, which must be at least 1. */
    MinuteTape holding(long id) {
        return printed(bars.minute(bars.ordinal(ORIGIN) + (id - 1) / tradesPerMinute));
    }

    private MinuteTape printed(long minute) {
        MinuteTape tape = minutes.get(minute);
        if (tape == null) {
            throw new IllegalStateException("minute " + minute + " must have trades, had none");
        }
        return tape;
    }

    private @Nullable MinuteTape print(long minute) {
        MinuteBar bar = bars.bar(minute);
        if (bar == null) {
            return null;
        }
        long firstId = (bars.ordinal(minute) - bars.ordinal(ORIGIN)) * tradesPerMinute + 1;
        return new MinuteTape(
                minute,
                bar,
                firstId,
                tradesPerMinute,
                quietShare,
                seed.with("tape").with(minute).random());
    }
}
