package io.recio.domain.order;

import io.recio.domain.market.Side;

/**
 * Which side of the yes book an order joins (EXCHANGES, section A8).
 *
 * <p>Buying yes and selling no are both {@link #BID}; buying no and selling yes are both {@link #ASK}.
 */
public enum BookSide {
    BID,
    ASK;

    /** To buy the outcome. */
    public static BookSide toBuy(Side outcome) {
        return outcome == Side.YES ? BID : ASK;
    }

    /** To sell the outcome, which is to buy its opposite. */
    public static BookSide toSell(Side outcome) {
        return toBuy(outcome.opposite());
    }

    /** The outcome an execution on this side buys. */
    public Side boughtSide() {
        return this == BID ? Side.YES : Side.NO;
    }
}
