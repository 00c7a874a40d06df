package io.recio.domain.fee;

import io.recio.domain.money.Money;
import io.recio.domain.order.Fill;

/** To which multiple an account's balance changes are rounded (EXCHANGES, section D). */
public enum FeePrecision {
    /** One cent: accounts that are no direct members. */
    CENT(10_000),
    /** A hundredth of a cent: direct members. */
    CENTI_CENT(100);

    private final long units;

    FeePrecision(long units) {
        this.units = units;
    }

    /**
     * What the account's fills show. A balance change that is no whole number of cents betrays the finer precision; until
     * one is seen it is taken as a cent, the dearer of the two.
     */
    public static FeePrecision observedIn(Iterable<Fill> fills) {
        for (Fill fill : fills) {
            Money change = fill.boughtPrice().times(fill.quantity()).plus(fill.fee());
            if (change.units() % CENT.units != 0) {
                return CENTI_CENT;
            }
        }
        return CENT;
    }

    Money floor(Money change) {
        return new Money(Math.multiplyExact(Math.floorDiv(change.units(), units), units));
    }
}
