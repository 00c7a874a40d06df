package io.recio.domain.fee;

import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.striketable.FeeEstimate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The fee formula of an event: 0.07 x multiplier x share x contracts x price x (1 - price), per fill.
 *
 * @param multiplier the exchange's {@code fee_multiplier}, not negative
 */
public record FeeSchedule(FeeType type, BigDecimal multiplier) {

    /** What the hourly crypto series carry today. */
    public static final FeeSchedule QUADRATIC = new FeeSchedule(FeeType.QUADRATIC, BigDecimal.ONE);

    static final BigDecimal BASE = new BigDecimal("0.07");

    public FeeSchedule {
        if (multiplier.signum() < 0) {
            throw new IllegalArgumentException("fee multiplier must not be negative, was " + multiplier);
        }
    }

    /** This schedule of a series as an event overrides it, each field by itself. */
    public FeeSchedule overriddenBy(Optional<FeeType> eventType, Optional<BigDecimal> eventMultiplier) {
        return new FeeSchedule(eventType.orElse(type), eventMultiplier.orElse(multiplier));
    }

    /** The formula's fee of one fill, rounded up to the millionth of a dollar; empty when the type is unknown. */
    public Optional<Money> tradeFee(Price price, Quantity quantity, Liquidity liquidity) {
        return formula(liquidity).map(formula -> formula.tradeFee(price, quantity));
    }

    /** An estimate for taking orders of an account with that precision; empty when the type is unknown. */
    public Optional<FeeEstimate> estimate(FeePrecision precision) {
        return formula(Liquidity.TAKER).map(formula -> new TakerFeeEstimate(formula, precision));
    }

    private Optional<FeeFormula> formula(Liquidity liquidity) {
        if (type == FeeType.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(FeeFormula.of(BASE.multiply(multiplier).multiply(type.share(liquidity))));
    }
}
