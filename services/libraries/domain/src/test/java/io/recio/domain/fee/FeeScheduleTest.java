package io.recio.domain.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.striketable.FeeEstimate;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "quadratic, TAKER, 0.017500",
        "quadratic, MAKER, 0.000000",
        "quadratic_with_maker_fees, TAKER, 0.017500",
        "quadratic_with_maker_fees, MAKER, 0.004375",
        "quadratic_with_combo_maker_fees, TAKER, 0.017500",
        "quadratic_with_combo_maker_fees, MAKER, 0.008750"
    })
    void chargesTheShareOfItsType(String type, Liquidity liquidity, String fee) {
        FeeSchedule schedule = new FeeSchedule(FeeType.of(type), BigDecimal.ONE);
        assertThat(schedule.tradeFee(Price.of("0.5"), Quantity.of("1"), liquidity))
                .contains(Money.of(fee));
    }

    @Test
    void roundsTheFormulaUpToTheMillionth() {
        assertThat(taker(FeeSchedule.QUADRATIC, "0.055", "1")).contains(Money.of("0.003639"));
        assertThat(taker(FeeSchedule.QUADRATIC, "0.50", "100")).contains(Money.of("1.75"));
    }

    @Test
    void isTheSameOnBothSides() {
        assertThat(taker(FeeSchedule.QUADRATIC, "0.96", "7.31"))
                .isEqualTo(taker(FeeSchedule.QUADRATIC, "0.04", "7.31"));
    }

    @Test
    void staysExactWhereWholeNumbersWouldOverflow() {
        FeeSchedule fine = new FeeSchedule(FeeType.QUADRATIC, new BigDecimal("1.00000001"));
        assertThat(taker(fine, "0.50", "1000000")).contains(Money.of("17500.000175"));
    }

    @Test
    void makesNoEstimateForATypeItDoesNotKnow() {
        FeeSchedule flat = new FeeSchedule(FeeType.of("flat"), BigDecimal.ONE);
        assertThat(flat.type()).isEqualTo(FeeType.UNKNOWN);
        assertThat(taker(flat, "0.5", "1")).isEmpty();
        assertThat(flat.estimate(FeePrecision.CENT)).isEmpty();
        assertThat(FeeType.of("")).isEqualTo(FeeType.UNKNOWN);
    }

    @Test
    void takesEachFieldOfAnOverrideByItself() {
        BigDecimal two = new BigDecimal("2");
        assertThat(FeeSchedule.QUADRATIC.overriddenBy(Optional.empty(), Optional.of(two)))
                .isEqualTo(new FeeSchedule(FeeType.QUADRATIC, two));
        assertThat(FeeSchedule.QUADRATIC.overriddenBy(Optional.of(FeeType.QUADRATIC_WITH_MAKER_FEES), Optional.empty()))
                .isEqualTo(new FeeSchedule(FeeType.QUADRATIC_WITH_MAKER_FEES, BigDecimal.ONE));
        assertThat(taker(
                        FeeSchedule.QUADRATIC.overriddenBy(Optional.empty(), Optional.of(BigDecimal.ZERO)), "0.5", "9"))
                .contains(Money.ZERO);
    }

    @Test
    void refusesANegativeMultiplier() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeeSchedule(FeeType.QUADRATIC, new BigDecimal("-1")))
                .withMessage("fee multiplier must not be negative, was -1");
    }

    @ParameterizedTest
    @CsvSource({
        "CENT, 0.50, 1, 0.020000",
        "CENT, 0.96, 1, 0.010000",
        "CENT, 0.96, 10, 0.003000",
        "CENT, 0.96, 3, 0.003334",
        "CENTI_CENT, 0.96, 1, 0.002700",
        "CENTI_CENT, 0.055, 1, 0.003700",
        "CENT, 0.055, 1, 0.005000"
    })
    void estimatesTheFeePerContractOfAnOrderFilledAtOnce(
            FeePrecision precision, String price, String quantity, String perContract) {
        FeeEstimate estimate = FeeSchedule.QUADRATIC.estimate(precision).orElseThrow();
        assertThat(estimate.perContract(Price.of(price), Quantity.of(quantity))).isEqualTo(Money.of(perContract));
    }

    private static Optional<Money> taker(FeeSchedule schedule, String price, String quantity) {
        return schedule.tradeFee(Price.of(price), Quantity.of(quantity), Liquidity.TAKER);
    }
}
