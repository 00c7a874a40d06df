package io.recio.kalshi.model;

/** Which of two own orders dies when they would meet. */
public enum SelfTradePrevention {
    /** The one that arrives: entries. */
    TAKER_AT_CROSS,
    /** The one that rests: closes, which must get through. */
    MAKER
}
