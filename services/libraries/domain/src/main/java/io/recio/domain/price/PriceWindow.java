package io.recio.domain.price;

import io.recio.domain.time.BusinessTime;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The last hour of one symbol's price, a price a second, and what follows from it: deltas, momentum, mean, volatility and
 * the running settlement average (PRODUCT, section 2).
 *
 * <p>It is fed in the order of the feed: trades, proofs of quiet (a heartbeat that names our own last trade) and losses.
 * A second without a trade is quiet, its price carried on, as long as nothing was lost; after a loss it stays unknown until
 * backfilled. All times are the feed's. Not thread safe.
 */
public final class PriceWindow {

    /** Silence longer than this counts as a loss even when nobody said so; a tape is quiet for 12 to 18 s at times. */
    public static final int LONGEST_QUIET_SECONDS = 30;

    private final Symbol symbol;
    private final SecondRing ring = new SecondRing();
    private final RingReadings readings = new RingReadings(ring);
    private final RealisedVolatility realised = new RealisedVolatility(ring);

    private long priceUnits;
    private BusinessTime lastTradeAt = BusinessTime.ofEpochSecond(0);
    private boolean lost;

    public PriceWindow(Symbol symbol) {
        this.symbol = symbol;
    }

    /**
     * Takes a trade of the feed.
     *
     * @return whether it is the newest price; a trade older than the newest one changes only a second that had none
     */
    public boolean trade(BusinessTime at, SpotPrice price) {
        long second = at.epochSecond();
        if (at.isBefore(lastTradeAt)) {
            if (!isOf(PriceQuality.TRADED, second)) {
                carryOn(second, price.units());
            }
            return false;
        }
        priceUnits = advance(second, price.units());
        lastTradeAt = at;
        lost = false;
        return true;
    }

    /** Takes the feed's word that up to this moment there was no trade after our newest. Without effect after a loss. */
    public void quiet(BusinessTime until) {
        long second = until.epochSecond();
        if (ring.isEmpty() || lost || second <= ring.newest()) {
            return;
        }
        reach(second);
        if (!lost) {
            ring.set(second, priceUnits, PriceQuality.QUIET);
        }
    }

    /** Notes that trades may be missing from here on: a disconnect, a skipped trade id, a heartbeat ahead of us. */
    public void lose() {
        lost = true;
    }

    /** Sets the price of a second from the exchange's trades or candles, whatever stood there. */
    public void backfill(BusinessTime at, SpotPrice price) {
        long second = at.epochSecond();
        if (ring.isEmpty() || second > ring.newest()) {
            lost = true;
            reach(second);
            priceUnits = price.units();
        }
        if (ring.holds(second)) {
            rewrite(second, price.units(), PriceQuality.BACKFILLED);
        }
    }

    /** Draws straight lines through the unknown closed seconds between known ones, for charts. */
    public void interpolate() {
        long before = Long.MIN_VALUE;
        for (long second = ring.oldest(); !ring.isEmpty() && second <= ring.newest(); second++) {
            if (ring.isKnown(second)) {
                if (before != Long.MIN_VALUE && second - before > 1) {
                    drawBetween(before, second);
                }
                before = second;
            }
        }
    }

    public Optional<SpotPrice> price() {
        return ring.isEmpty() ? Optional.empty() : Optional.of(new SpotPrice(priceUnits));
    }

    /** The newest second reached; it is still open. */
    public Optional<BusinessTime> newestSecond() {
        return ring.isEmpty() ? Optional.empty() : Optional.of(BusinessTime.ofEpochSecond(ring.newest()));
    }

    /** The row of a second, as it was at the end of that second; absent when no price stands there. */
    public Optional<PriceSecond> second(BusinessTime at) {
        long second = at.epochSecond();
        if (!ring.isSet(second)) {
            return Optional.empty();
        }
        Deltas deltas = readings.deltas(second, ring.units(second));
        PriceQuality quality = ring.quality(second);
        return Optional.of(new PriceSecond(
                symbol,
                BusinessTime.ofEpochSecond(second),
                new SpotPrice(ring.units(second)),
                quality,
                readings.mean60(second),
                quality.isKnown() ? Momentum.of(deltas) : Optional.empty(),
                quality.isKnown() ? deltas : Deltas.NONE,
                realised.endingWith(second)));
    }

    /** The newest price and what follows from it; absent before the first price. */
    public Optional<PriceSnapshot> snapshot(FeedPulse feed, Optional<IndexValue> index) {
        if (ring.isEmpty()) {
            return Optional.empty();
        }
        Deltas deltas = deltas();
        BusinessTime at = lastTradeAt.isAfter(feed.heardAt()) ? lastTradeAt : feed.heardAt();
        return Optional.of(new PriceSnapshot(
                symbol,
                new SpotPrice(priceUnits),
                at,
                readings.mean60(ring.newest()),
                Momentum.of(deltas),
                deltas,
                volatility(),
                feed,
                partialAverage(),
                index));
    }

    /** The deltas of the newest price. */
    public Deltas deltas() {
        return ring.isEmpty() ? Deltas.NONE : readings.deltas(ring.newest(), priceUnits);
    }

    /** The volatility up to the last closed second. */
    public Volatility volatility() {
        return ring.isEmpty() ? Volatility.NONE : realised.endingWith(ring.newest() - 1);
    }

    /** The move of the newest price over the last seconds, in percent; absent under the rules of a delta. */
    public OptionalDouble percentSince(int seconds) {
        return ring.isEmpty() ? OptionalDouble.empty() : readings.delta(ring.newest(), priceUnits, seconds);
    }

    /**
     * What the closed seconds say of the settlement average of the quarter hour that is ending; absent outside its last
     * minute. The value at a full second is the last price before it.
     */
    public Optional<PartialAverage> partialAverage() {
        return ring.isEmpty() ? Optional.empty() : readings.partialAverage();
    }

    private long advance(long second, long units) {
        if (!ring.isEmpty() && second < ring.newest()) {
            carryOn(second, units);
        } else {
            reach(second);
            ring.set(second, units, PriceQuality.TRADED);
        }
        return units;
    }

    /** A trade that a proof of quiet overtook: the quiet seconds after it carry its price. */
    private void carryOn(long second, long units) {
        if (!ring.holds(second)) {
            return;
        }
        rewrite(second, units, PriceQuality.TRADED);
        for (long later = second + 1; isOf(PriceQuality.QUIET, later); later++) {
            rewrite(later, units, PriceQuality.QUIET);
        }
    }

    private boolean isOf(PriceQuality quality, long second) {
        return ring.isSet(second) && ring.quality(second) == quality;
    }

    private void reach(long second) {
        if (ring.isEmpty()) {
            ring.advanceTo(second);
            return;
        }
        long from = ring.newest();
        if (second == from) {
            return;
        }
        if (second - from > LONGEST_QUIET_SECONDS) {
            lost = true;
        }
        ring.advanceTo(second);
        ring.measure(from);
        realised.forget();
        if (!lost) {
            for (long between = from + 1; between < second; between++) {
                ring.set(between, priceUnits, PriceQuality.QUIET);
                ring.measure(between);
            }
        }
    }

    private void rewrite(long second, long units, PriceQuality quality) {
        ring.set(second, units, quality);
        if (second < ring.newest()) {
            ring.measure(second);
        }
        if (second + 1 < ring.newest()) {
            ring.measure(second + 1);
        }
        realised.forget();
    }

    private void drawBetween(long from, long to) {
        long start = ring.units(from);
        double slope = (double) (ring.units(to) - start) / (to - from);
        for (long second = from + 1; second < to; second++) {
            ring.set(second, Math.max(1, Math.round(start + slope * (second - from))), PriceQuality.INTERPOLATED);
        }
    }
}
