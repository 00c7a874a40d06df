package io.recio.simulator.kalshi.exchange;

/** What happens when an order meets one of the same account. */
public enum SelfTradePrevention {
    /** What is left of the arriving order is cancelled. */
    TAKER_AT_CROSS("taker_at_cross"),
    /** The resting order is cancelled. */
    MAKER("maker");

    private final String wireName;

    SelfTradePrevention(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
