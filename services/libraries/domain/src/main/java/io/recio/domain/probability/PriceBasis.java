package io.recio.domain.probability;

/** Which price a probability rests on. */
public enum PriceBasis {
    /** The index the market settles on. */
    INDEX,
    /** The exchange's spot price, for want of the index. */
    SPOT
}
