package io.recio.domain.fee;

import io.recio.domain.money.Money;

/**
 * The rounding account of one order: what its fills were rounded against us so far (EXCHANGES, section D, rounding).
 *
 * <p>Each fill's balance change is floored to the precision; the difference is kept here, and whole units of it are given
 * back as soon as they are complete and the fill's fee can bear it.
 *
 * @param accumulated not yet given back
 */
public record FeeRounding(FeePrecision precision, Money accumulated) {

    /** As an order begins. */
    public static FeeRounding of(FeePrecision precision) {
        return new FeeRounding(precision, Money.ZERO);
    }

    /**
     * What one fill costs.
     *
     * @param roundingFee what flooring the balance change added
     * @param rebate what was given back
     * @param next the order's account after this fill
     */
    public record Charge(Money tradeFee, Money roundingFee, Money rebate, FeeRounding next) {

        /** The fee that the fill carries, never negative. */
        public Money net() {
            return tradeFee.plus(roundingFee).minus(rebate);
        }
    }

    /**
     * Charges the next fill of the order.
     *
     * @param revenue received for the fill, negative for a purchase
     * @param tradeFee the formula's fee, in millionths
     */
    public Charge charge(Money revenue, Money tradeFee) {
        Money change = revenue.minus(tradeFee);
        Money roundingFee = change.minus(precision.floor(change));
        Money gathered = accumulated.plus(roundingFee);
        Money rebate = precision.floor(gathered.min(tradeFee.plus(roundingFee)));
        return new Charge(tradeFee, roundingFee, rebate, new FeeRounding(precision, gathered.minus(rebate)));
    }
}
