package io.recio.domain.order;

/** How long an order may wait (EXCHANGES, section A9). */
public enum TimeInForce {
    FILL_OR_KILL,
    IMMEDIATE_OR_CANCEL,
    GOOD_TILL_CANCELED
}
