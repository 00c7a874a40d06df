package io.recio.coinbase;

/** What a feed counts since it was started. */
public enum FeedTally {
    /** Sockets that began to flow. */
    CONNECTIONS,
    /** Trades told as {@code TradeSeen}. */
    TRADES,
    /** Trades told as {@code LateTradeSeen}. */
    LATE_TRADES,
    HEARTBEATS,
    /** Trades already told, mostly the second of ticker and match. */
    DUPLICATES,
    /** Messages whose sequence was not above the last of their channel. */
    STALE,
    /** Frames that could not be read. */
    MALFORMED,
    /** Frames of a type or product that nobody asked for. */
    UNKNOWN,
    /** Trades named by {@code TradesMissed}. */
    MISSED_TRADES,
    /** Messages on which the listener threw. */
    LISTENER_FAULTS
}
