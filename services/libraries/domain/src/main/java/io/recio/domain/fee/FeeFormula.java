package io.recio.domain.fee;

import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * factor x contracts x price x (1 - price), exactly, rounded up to the millionth of a dollar.
 *
 * @param factor in units of 10^-decimals
 * @param divisor from the product's unit to millionths of a dollar
 */
record FeeFormula(long factor, BigInteger divisor) {

    /** Decimals of contracts x price x (1 - price) beyond those of money. */
    private static final int EXTRA_DECIMALS = Quantity.SCALE + 2 * Price.SCALE - Money.SCALE;

    static FeeFormula of(BigDecimal factor) {
        BigDecimal plain = factor.signum() == 0 ? BigDecimal.ZERO : factor.stripTrailingZeros();
        int decimals = Math.max(0, plain.scale());
        return new FeeFormula(
                plain.setScale(decimals).unscaledValue().longValueExact(),
                BigInteger.TEN.pow(EXTRA_DECIMALS + decimals));
    }

    Money tradeFee(Price price, Quantity quantity) {
        long variance = price.units() * price.complement().units();
        long base = Math.multiplyExact(variance, quantity.units());
        if (divisor.bitLength() < Long.SIZE && Math.multiplyHigh(base, factor) == 0 && base * factor >= 0) {
            return new Money(Math.ceilDiv(base * factor, divisor.longValueExact()));
        }
        BigInteger[] parts =
                BigInteger.valueOf(base).multiply(BigInteger.valueOf(factor)).divideAndRemainder(divisor);
        return new Money(parts[0].add(BigInteger.valueOf(parts[1].signum())).longValueExact());
    }
}
