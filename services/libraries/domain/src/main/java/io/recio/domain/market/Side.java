package io.recio.domain.market;

/** Which outcome of a market we hold or want. */
public enum Side {
    YES,
    NO;

    public Side opposite() {
        return this == YES ? NO : YES;
    }
}
