package io.recio.domain.order;

/** What the exchange does when an order would meet one of our own (EXCHANGES, section A9). */
public enum SelfTradePrevention {
    /** The arriving order is cancelled: entries. */
    TAKER_AT_CROSS,
    /** The resting order is cancelled: closes, which must never give way to an entry. */
    MAKER
}
