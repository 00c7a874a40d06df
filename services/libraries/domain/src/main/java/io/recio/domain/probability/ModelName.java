package io.recio.domain.probability;

/** Which model priced a strike; recorded with every decision. */
public enum ModelName {
    /** Shares of recorded moves by horizon, size and momentum. */
    MOVE_TABLE,
    /** A heavy-tailed distribution scaled by realised volatility. */
    VOLATILITY
}
