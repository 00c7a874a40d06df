package io.recio.domain.fee;

import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.striketable.FeeEstimate;

/** What an order costs that is filled at once and at one price; the fee per contract is rounded up to the millionth. */
record TakerFeeEstimate(FeeFormula formula, FeePrecision precision) implements FeeEstimate {

    private static final long UNITS_PER_CONTRACT = Quantity.ofContracts(1).units();

    @Override
    public Money perContract(Price price, Quantity quantity) {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("a fee is estimated for a positive quantity, was " + quantity);
        }
        Money fee = FeeRounding.of(precision)
                .charge(price.times(quantity).negated(), formula.tradeFee(price, quantity))
                .net();
        return new Money(Math.ceilDiv(Math.multiplyExact(fee.units(), UNITS_PER_CONTRACT), quantity.units()));
    }
}
