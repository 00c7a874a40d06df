package io.recio.domain.price;

/** Where the price of a second comes from. */
public enum PriceQuality {
    /** The last trade of that second. */
    TRADED,
    /** No trade in that second on a healthy feed: the last trade still stands. */
    QUIET,
    /** Filled in later from the exchange's trades or candles. */
    BACKFILLED,
    /** Drawn between two known prices for charts; no decision uses it. */
    INTERPOLATED;

    /** Whether deltas, means, volatility and so decisions may rest on it. */
    public boolean isKnown() {
        return this != INTERPOLATED;
    }
}
