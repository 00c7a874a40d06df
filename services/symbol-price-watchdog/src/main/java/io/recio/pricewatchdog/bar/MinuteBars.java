package io.recio.pricewatchdog.bar;

import io.recio.coinbase.Candle;
import io.recio.coinbase.Trade;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Builds one-minute bars of the feed's trades. A minute in which trades may be missing is not built; the exchange is asked
 * for its candle instead. Not thread-safe.
 */
public final class MinuteBars {

    private static final int MINUTE = 60;

    /** How long after its end a minute still waits for late trades, in seconds. */
    public static final int GRACE = 2;

    /** Minutes to ask the exchange for, the end excluded. */
    public record Missing(BusinessTime from, BusinessTime to) {}

    private final NavigableMap<Long, Candle> open = new TreeMap<>();
    /** Between these two seconds, both included, trades may be missing. */
    private long brokenFrom = Long.MAX_VALUE;

    private long brokenTo = Long.MIN_VALUE;
    private long heardAt = Long.MIN_VALUE;

    /** Takes a trade of the feed, each once. */
    public void add(Trade trade) {
        if (heardAt == Long.MIN_VALUE) {
            // What happened in this minute before we listened is unknown.
            breaks(trade.time().epochSecond());
        }
        heard(trade.time());
        open.merge(
                minuteOf(trade.time().epochSecond()),
                new Candle(
                        BusinessTime.ofEpochSecond(minuteOf(trade.time().epochSecond())),
                        trade.price(),
                        trade.price(),
                        trade.price(),
                        trade.price(),
                        trade.size()),
                (bar, one) -> new Candle(
                        bar.start(),
                        bar.open(),
                        higher(bar.high(), one.high()),
                        one.low().isBelow(bar.low()) ? one.low() : bar.low(),
                        one.close(),
                        bar.volume().add(one.volume())));
    }

    /** Notes how far the feed's time has come. */
    public void heard(BusinessTime time) {
        heardAt = Math.max(heardAt, time.epochSecond());
    }

    /** Notes that trades may be missing between the two moments. */
    public void lost(BusinessTime from, BusinessTime to) {
        breaks(from.epochSecond());
        breaks(to.epochSecond());
    }

    /** The bars whose minutes have ended, oldest first; each is given once. */
    public List<Candle> ended() {
        List<Candle> bars = new ArrayList<>();
        while (!open.isEmpty() && hasEnded(open.firstKey())) {
            Candle bar = open.pollFirstEntry().getValue();
            if (!isBroken(bar.start().epochSecond())) {
                bars.add(bar);
            }
        }
        return bars;
    }

    /** The broken minutes to ask the exchange for, once they have ended; each is named once. */
    public Optional<Missing> missing() {
        if (brokenTo == Long.MIN_VALUE || !hasEnded(minuteOf(brokenTo))) {
            return Optional.empty();
        }
        // Once the break is forgotten, what was heard of its minutes would pass for whole.
        open.headMap(minuteOf(brokenTo), true)
                .tailMap(minuteOf(brokenFrom), true)
                .clear();
        Missing missing = new Missing(
                BusinessTime.ofEpochSecond(minuteOf(brokenFrom)),
                BusinessTime.ofEpochSecond(minuteOf(brokenTo) + MINUTE));
        brokenFrom = Long.MAX_VALUE;
        brokenTo = Long.MIN_VALUE;
        return Optional.of(missing);
    }

    private void breaks(long second) {
        brokenFrom = Math.min(brokenFrom, second);
        brokenTo = Math.max(brokenTo, second);
    }

    private boolean isBroken(long minute) {
        return brokenTo != Long.MIN_VALUE && minuteOf(brokenFrom) <= minute && minute <= brokenTo;
    }

    private boolean hasEnded(long minute) {
        return heardAt >= minute + MINUTE + GRACE;
    }

    private static long minuteOf(long second) {
        return Math.floorDiv(second, MINUTE) * MINUTE;
    }

    private static SpotPrice higher(SpotPrice one, SpotPrice other) {
        return one.isAbove(other) ? one : other;
    }
}
