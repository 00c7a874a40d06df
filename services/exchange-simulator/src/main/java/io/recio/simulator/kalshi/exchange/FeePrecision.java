package io.recio.simulator.kalshi.exchange;

/** To what the exchange aligns a member's balance changes (EXCHANGES, section D, step 2). */
public enum FeePrecision {
    /** Whole cents: members who trade through the retail venue. */
    NON_DIRECT(10_000),
    /** Hundredths of a cent: direct members. */
    DIRECT(100);

    private final long unit;

    FeePrecision(long unit) {
        this.unit = unit;
    }

    /** The unit in millionths of a dollar. */
    long unit() {
        return unit;
    }
}
