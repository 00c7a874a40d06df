package io.recio.domain.fee;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.fee.FeeRounding.Charge;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.time.BusinessTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeRoundingTest {

    @Test
    void roundsTheBalanceChangeOfAnAccountThatIsNoDirectMemberToTheCent() {
        Charge charge = buy(FeePrecision.CENT, "0.055", "1");
        assertThat(charge.tradeFee()).isEqualTo(Money.of("0.003639"));
        assertThat(charge.roundingFee()).isEqualTo(Money.of("0.001361"));
        assertThat(charge.rebate()).isEqualTo(Money.ZERO);
        assertThat(charge.net()).isEqualTo(Money.of("0.005"));
    }

    @Test
    void roundsTheBalanceChangeOfADirectMemberToTheHundredthOfACent() {
        assertThat(buy(FeePrecision.CENTI_CENT, "0.055", "1").net()).isEqualTo(Money.of("0.0037"));
    }

    @Test
    void givesBackAWholeCentOnceThreeFillsHaveGatheredIt() {
        FeeRounding order = FeeRounding.of(FeePrecision.CENT);
        Money fee = Money.of("0.016");
        Charge first = order.charge(Money.of("-0.50"), fee);
        Charge second = first.next().charge(Money.of("-0.50"), fee);
        Charge third = second.next().charge(Money.of("-0.50"), fee);
        assertThat(List.of(first, second, third))
                .extracting(Charge::roundingFee)
                .containsOnly(Money.of("0.004"));
        assertThat(first.next().accumulated()).isEqualTo(Money.of("0.004"));
        assertThat(second.next().accumulated()).isEqualTo(Money.of("0.008"));
        assertThat(third.rebate()).isEqualTo(Money.of("0.010"));
        assertThat(third.next().accumulated()).isEqualTo(Money.of("0.002"));
        assertThat(List.of(first.net(), second.net(), third.net()))
                .containsExactly(Money.of("0.02"), Money.of("0.02"), Money.of("0.01"));
    }

    @Test
    void givesBackNoMoreThanTheFillsOwnFee() {
        FeeRounding gathered = new FeeRounding(FeePrecision.CENT, Money.of("0.009"));
        Charge maker = gathered.charge(Money.of("-0.055"), Money.ZERO);
        assertThat(maker.roundingFee()).isEqualTo(Money.of("0.005"));
        assertThat(maker.rebate()).isEqualTo(Money.ZERO);
        assertThat(maker.net()).isEqualTo(Money.of("0.005"));
        assertThat(maker.next().accumulated()).isEqualTo(Money.of("0.014"));
    }

    @ParameterizedTest
    @CsvSource({"CENT, 0.50, 1, 0.02", "CENT, 0.50, 100, 1.75", "CENTI_CENT, 0.50, 100, 1.75"})
    void chargesTheExamplesOfTheExchange(FeePrecision precision, String price, String quantity, String net) {
        assertThat(buy(precision, price, quantity).net()).isEqualTo(Money.of(net));
    }

    @ParameterizedTest
    @CsvSource({"14.11, 0.84, 0.1328", "9.13, 0.53, 0.1592", "21.75, 0.17, 0.2149"})
    void chargesWhatRealFillsWereCharged(String quantity, String price, String feeCost) {
        assertThat(buy(FeePrecision.CENTI_CENT, price, quantity).net()).isEqualTo(Money.of(feeCost));
    }

    @Test
    void floorsWhatASaleBrings() {
        Charge sale = FeeRounding.of(FeePrecision.CENT).charge(Money.of("0.92"), Money.of("0.005152"));
        assertThat(sale.net()).isEqualTo(Money.of("0.01"));
    }

    @Test
    void neverChargesLessThanNothingAndKeepsEveryMillionthAccountedFor() {
        long seed = 7;
        Random random = new Random(seed);
        for (FeePrecision precision : FeePrecision.values()) {
            FeeRounding order = FeeRounding.of(precision);
            Money tradeFees = Money.ZERO;
            Money charged = Money.ZERO;
            for (int fill = 0; fill < 2_000; fill++) {
                Price price = new Price(1 + random.nextInt(9_999));
                Quantity quantity = new Quantity(1 + random.nextInt(5_000));
                Liquidity liquidity = random.nextBoolean() ? Liquidity.TAKER : Liquidity.MAKER;
                Money tradeFee = FeeSchedule.QUADRATIC
                        .tradeFee(price, quantity, liquidity)
                        .orElseThrow();
                Charge charge = order.charge(price.times(quantity).negated(), tradeFee);
                assertThat(charge.net().isNegative())
                        .as("fill %d of seed %d", fill, seed)
                        .isFalse();
                tradeFees = tradeFees.plus(tradeFee);
                charged = charged.plus(charge.net());
                order = charge.next();
            }
            assertThat(charged).isEqualTo(tradeFees.plus(order.accumulated()));
        }
    }

    @Test
    void readsThePrecisionFromTheAccountsFills() {
        assertThat(FeePrecision.observedIn(List.of())).isEqualTo(FeePrecision.CENT);
        assertThat(FeePrecision.observedIn(List.of(fill("0.50", "0.02"), fill("0.055", "0.005"))))
                .isEqualTo(FeePrecision.CENT);
        assertThat(FeePrecision.observedIn(List.of(fill("0.50", "0.02"), fill("0.055", "0.0037"))))
                .isEqualTo(FeePrecision.CENTI_CENT);
    }

    private static Charge buy(FeePrecision precision, String price, String quantity) {
        Price paid = Price.of(price);
        Quantity bought = Quantity.of(quantity);
        return FeeRounding.of(precision)
                .charge(
                        paid.times(bought).negated(),
                        FeeSchedule.QUADRATIC
                                .tradeFee(paid, bought, Liquidity.TAKER)
                                .orElseThrow());
    }

    private static Fill fill(String price, String fee) {
        return new Fill(
                new FillId("a"),
                new ExchangeOrderId("kalshi-1"),
                Optional.empty(),
                new MarketTicker("KXBTCD-26NOV2217-T114999.99"),
                Side.YES,
                Price.of(price),
                Quantity.of("1"),
                Money.of(fee),
                true,
                BusinessTime.parse("2026-11-22T16:50:00Z"));
    }
}
