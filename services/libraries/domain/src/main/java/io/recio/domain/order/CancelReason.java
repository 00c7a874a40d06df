package io.recio.domain.order;

/** Why the rest of an order left the book, from the exchange's {@code last_update_reason} (EXCHANGES, section C3). */
public enum CancelReason {
    /** What an immediate order could not fill at once. */
    NOT_FILLED_AT_ONCE,
    /** We asked for it. */
    REQUESTED,
    /** Its own expiration time passed. */
    EXPIRED,
    MARKET_CLOSED,
    TRADING_HALTED,
    ORDER_GROUP_TRIGGERED,
    SELF_TRADE,
    /** Nothing was left to reduce. */
    NOTHING_TO_REDUCE,
    OTHER
}
