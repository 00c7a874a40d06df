package io.recio.simulator.kalshi.exchange;

import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the fills of one order cost, with the rounding that the order carries from fill to fill
 * (EXCHANGES, section D, page of 18 September 2026).
 */
final class FeeMeter {

    private static final BigDecimal RATE = new BigDecimal("0.07");

    private final FeeTerms terms;
    private final FeePrecision precision;
    private long carried;

    FeeMeter(FeeTerms terms, FeePrecision precision) {
        this.terms = terms;
        this.precision = precision;
    }

    /**
     * The net fee of a fill; remembers the rounding.
     *
     * @param revenue what the fill brings before fees; negative for a buy
     */
    Money charge(Money revenue, Price price, Quantity quantity, boolean taker) {
        long tradeFee = tradeFee(price, quantity, taker);
        long unit = precision.unit();
        long rounding = revenue.units()
                - tradeFee
                - alignedChange(revenue, price, quantity, taker).units();
        carried += rounding;
        long rebate = Math.min(carried / unit, (tradeFee + rounding) / unit) * unit;
        carried -= rebate;
        return new Money(tradeFee + rounding - rebate);
    }

    /** What a fill changes the balance by, rounding included and no rebate counted. */
    Money alignedChange(Money revenue, Price price, Quantity quantity, boolean taker) {
        long unit = precision.unit();
        return new Money(Math.floorDiv(revenue.units() - tradeFee(price, quantity, taker), unit) * unit);
    }

    /** The rounding not yet given back, in millionths of a dollar. */
    Money carried() {
        return new Money(carried);
    }

    private long tradeFee(Price price, Quantity quantity, boolean taker) {
        return RATE.multiply(terms.multiplier())
                .multiply(terms.type().share(taker))
                .multiply(quantity.contracts())
                .multiply(price.dollars())
                .multiply(price.complement().dollars())
                .setScale(Money.SCALE, RoundingMode.CEILING)
                .unscaledValue()
                .longValueExact();
    }
}
