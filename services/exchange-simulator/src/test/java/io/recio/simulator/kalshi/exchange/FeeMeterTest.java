package io.recio.simulator.kalshi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The examples of the exchange's fee page (EXCHANGES, section D). */
class FeeMeterTest {

    @Test
    void roundsTheBalanceChangeOfASmallBuyDownToTheCent() {
        assertThat(buy(meter(FeePrecision.NON_DIRECT), "0.055", "1")).isEqualTo(Money.of("0.005"));
    }

    @Test
    void roundsADirectMembersChangeToAHundredthOfACent() {
        assertThat(buy(meter(FeePrecision.DIRECT), "0.055", "1")).isEqualTo(Money.of("0.0037"));
    }

    @Test
    void chargesTwoCentsForOneContractAtFifty() {
        assertThat(buy(meter(FeePrecision.NON_DIRECT), "0.50", "1")).isEqualTo(Money.of("0.02"));
    }

    @Test
    void chargesTheModelFeeExactlyWhenItIsWholeCents() {
        assertThat(buy(meter(FeePrecision.NON_DIRECT), "0.50", "100")).isEqualTo(Money.of("1.75"));
    }

    @Test
    void givesBackAWholeCentOnceRoundingReachesIt() {
        FeeMeter meter = meter(FeePrecision.NON_DIRECT);
        Money roundsByFourMills = Money.of("-0.006");
        assertThat(meter.charge(roundsByFourMills, Price.ONE, Quantity.of("1"), true))
                .isEqualTo(Money.of("0.004"));
        assertThat(meter.charge(roundsByFourMills, Price.ONE, Quantity.of("1"), true))
                .isEqualTo(Money.of("0.004"));
        assertThat(meter.carried()).isEqualTo(Money.of("0.008"));
        assertThat(meter.charge(Money.of("-0.016"), Price.ofCents(50), Quantity.of("0.57"), true))
                .isEqualTo(Money.of("0.004"));
        assertThat(meter.carried()).isEqualTo(Money.of("0.002025"));
    }

    @Test
    void neverPaysAFeeOut() {
        FeeMeter meter = meter(FeePrecision.NON_DIRECT);
        for (int i = 0; i < 100; i++) {
            assertThat(buy(meter, "0.03", "0.07").isNegative()).isFalse();
        }
    }

    @Test
    void chargesMakersOfTheCryptoSeriesNothing() {
        assertThat(meter(FeePrecision.NON_DIRECT).charge(Money.of("-0.50"), Price.of("0.5"), Quantity.of("1"), false))
                .isEqualTo(Money.ZERO);
    }

    @Test
    void chargesMakersAQuarterWhereTheSeriesSaysSo() {
        FeeTerms terms = new FeeTerms(FeeTerms.Type.QUADRATIC_WITH_MAKER_FEES, BigDecimal.ONE);
        FeeMeter meter = new FeeMeter(terms, FeePrecision.DIRECT);
        assertThat(meter.charge(Money.of("-50"), Price.of("0.5"), Quantity.of("100"), false))
                .isEqualTo(Money.of("0.4375"));
    }

    private static FeeMeter meter(FeePrecision precision) {
        return new FeeMeter(FeeTerms.CRYPTO, precision);
    }

    private static Money buy(FeeMeter meter, String price, String count) {
        Quantity quantity = Quantity.of(count);
        return meter.charge(Price.of(price).times(quantity).negated(), Price.of(price), quantity, true);
    }
}
