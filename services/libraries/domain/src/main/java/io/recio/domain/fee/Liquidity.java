package io.recio.domain.fee;

/** Whether an execution took from the book or was resting in it. */
public enum Liquidity {
    TAKER,
    MAKER
}
