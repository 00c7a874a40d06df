package io.recio.kalshi.model;

/** What the exchange calls an order's status. */
public enum OrderState {
    RESTING,
    CANCELED,
    EXECUTED,
    /** A status the exchange added after this was written; the order's counts still hold. */
    UNKNOWN;

    /** Whether nothing more can happen to the order. */
    public boolean isFinal() {
        return this == CANCELED || this == EXECUTED;
    }
}
