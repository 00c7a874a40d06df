package io.recio.domain.market;

/** How a market compares the settlement value with its strikes (EXCHANGES, section E). */
public enum StrikeType {
    /** Strictly above the floor strike. */
    GREATER,
    /** At or above the floor strike. */
    GREATER_OR_EQUAL,
    /** Strictly below the cap strike. */
    LESS,
    /** At or below the cap strike. */
    LESS_OR_EQUAL,
    /** From the floor strike to the cap strike, both included. */
    BETWEEN
}
