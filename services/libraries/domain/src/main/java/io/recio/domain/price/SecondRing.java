package io.recio.domain.price;

import java.util.Arrays;

/**
 * The last 68 minutes, one slot a second, in flat arrays: price, quality and squared log return. Nothing is allocated after
 * birth. Not thread safe.
 */
final class SecondRing {

    /** A power of two above the 61 minutes that the longest look-back needs. */
    static final int CAPACITY = 4096;

    private static final int MASK = CAPACITY - 1;
    private static final PriceQuality[] QUALITIES = PriceQuality.values();
    private static final byte UNKNOWN = -1;

    private final long[] units = new long[CAPACITY];
    private final byte[] qualities = new byte[CAPACITY];
    private final double[] squaredReturns = new double[CAPACITY];
    private long newest = Long.MIN_VALUE;

    SecondRing() {
        clear();
    }

    boolean isEmpty() {
        return newest == Long.MIN_VALUE;
    }

    /** The newest second reached, known or not. */
    long newest() {
        return newest;
    }

    /** The oldest second still held. */
    long oldest() {
        return newest - CAPACITY + 1;
    }

    /** Moves on to a later second; those between are unknown until set. */
    void advanceTo(long second) {
        if (isEmpty() || second - newest >= CAPACITY) {
            clear();
        } else {
            for (long s = newest + 1; s <= second; s++) {
                forget(s);
            }
        }
        newest = second;
    }

    void set(long second, long priceUnits, PriceQuality quality) {
        units[slot(second)] = priceUnits;
        qualities[slot(second)] = (byte) quality.ordinal();
    }

    /** Works out the squared log return of a second once its price stands, or again when history was filled in. */
    void measure(long second) {
        if (!holds(second)) {
            return;
        }
        double squared = Double.NaN;
        if (isKnown(second) && isKnown(second - 1)) {
            double change = Math.log((double) units[slot(second)] / units[slot(second - 1)]);
            squared = change * change;
        }
        squaredReturns[slot(second)] = squared;
    }

    boolean holds(long second) {
        return !isEmpty() && second <= newest && second >= oldest();
    }

    /** Whether a price stands there at all, be it interpolated. */
    boolean isSet(long second) {
        return holds(second) && qualities[slot(second)] != UNKNOWN;
    }

    /** Whether a price stands there that decisions may use. */
    boolean isKnown(long second) {
        return isSet(second) && quality(second).isKnown();
    }

    long units(long second) {
        return units[slot(second)];
    }

    PriceQuality quality(long second) {
        return QUALITIES[qualities[slot(second)]];
    }

    /** Not a number while unknown. */
    double squaredReturn(long second) {
        return holds(second) ? squaredReturns[slot(second)] : Double.NaN;
    }

    private void clear() {
        Arrays.fill(qualities, UNKNOWN);
        Arrays.fill(squaredReturns, Double.NaN);
    }

    private void forget(long second) {
        qualities[slot(second)] = UNKNOWN;
        squaredReturns[slot(second)] = Double.NaN;
    }

    private static int slot(long second) {
        return (int) (second & MASK);
    }
}
