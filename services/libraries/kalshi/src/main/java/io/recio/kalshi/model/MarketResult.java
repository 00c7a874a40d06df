package io.recio.kalshi.model;

/** How a market came out; never concluded from our own prices. */
public enum MarketResult {
    YES,
    NO,
    /** Settled at a value between nothing and a dollar. */
    SCALAR,
    /** A result the exchange added after this was written. */
    UNKNOWN
}
