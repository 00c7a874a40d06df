package io.recio.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.PriceGrid.Band;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderPricingTest {

    private static final PriceGrid CENT = PriceGrid.LINEAR_CENT;
    private static final PriceGrid TAPERED = new PriceGrid(
            List.of(band("0", "0.10", "0.001"), band("0.10", "0.90", "0.01"), band("0.90", "1", "0.001")));

    @Test
    void buysNoAtAskAndSlippageAsAnAskOnTheYesBook() {
        Optional<Price> cap = entryCap(Side.NO, "0.95", "0.01", 0.25, feeless(97.6), CENT);
        assertThat(cap).contains(Price.of("0.96"));
        assertThat(BookSide.toBuy(Side.NO)).isEqualTo(BookSide.ASK);
        assertThat(OrderPricing.entryYesPrice(Side.NO, cap.orElseThrow(), CENT)).isEqualTo(Price.of("0.0400"));
    }

    @Test
    void buysYesAtAskAndSlippageAsABid() {
        assertThat(entryCap(Side.YES, "0.95", "0.01", 0.25, feeless(97.6), CENT))
                .contains(Price.of("0.96"));
        assertThat(OrderPricing.entryYesPrice(Side.YES, Price.of("0.96"), CENT)).isEqualTo(Price.of("0.96"));
    }

    @Test
    void paysNoMoreThanLeavesTheMinimumDifferential() {
        assertThat(entryCap(Side.YES, "0.95", "0.03", 0.25, feeless(97.0), CENT))
                .contains(Price.of("0.96"));
        assertThat(entryCap(Side.NO, "0.95", "0.03", 0.25, feeless(97.0), CENT)).contains(Price.of("0.96"));
        assertThat(entryCap(Side.YES, "0.95", "0.03", 0.25, feeless(97.0), TAPERED))
                .contains(Price.of("0.967"));
    }

    @Test
    void buysNothingWhenEvenTheAskLeavesTooLittle() {
        assertThat(entryCap(Side.YES, "0.95", "0.03", 0.25, feeless(95.2), CENT))
                .isEmpty();
        assertThat(entryCap(Side.NO, "0.01", "0.00", 0.25, feeless(1.2), CENT)).isEmpty();
    }

    @Test
    void buysNothingWithoutAFeeEstimate() {
        assertThat(entryCap(Side.YES, "0.95", "0.01", 0.25, price -> OptionalDouble.empty(), CENT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"YES, 0.9650, 0.96", "YES, 0.9699, 0.96", "NO, 0.9650, 0.04", "NO, 0.9601, 0.04", "YES, 1, 0.99"})
    void roundsAnEntryNeverAboveItsCap(Side side, String cap, String yesPrice) {
        assertThat(OrderPricing.entryYesPrice(side, Price.of(cap), CENT)).isEqualTo(Price.of(yesPrice));
    }

    @ParameterizedTest
    @CsvSource({
        "YES, 1, 0.91", "YES, 2, 0.90", "YES, 3, 0.88", "YES, 4, 0.84", "YES, 40, 0.01",
        "NO, 1, 0.09", "NO, 2, 0.10", "NO, 3, 0.12", "NO, 4, 0.16", "NO, 40, 0.99"
    })
    void slipsTwiceAsFarWithEachAttemptToClose(Side held, int attempt, String yesPrice) {
        assertThat(OrderPricing.closeYesPrice(held, Price.of("0.92"), Price.of("0.01"), attempt, CENT))
                .isEqualTo(Price.of(yesPrice));
    }

    @Test
    void roundsACloseTowardsBeingFilled() {
        assertThat(OrderPricing.closeYesPrice(Side.YES, Price.of("0.92"), Price.of("0.005"), 1, CENT))
                .isEqualTo(Price.of("0.91"));
        assertThat(OrderPricing.closeYesPrice(Side.NO, Price.of("0.92"), Price.of("0.005"), 1, CENT))
                .isEqualTo(Price.of("0.09"));
    }

    @Test
    void countsAttemptsFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderPricing.closeYesPrice(Side.YES, Price.of("0.92"), Price.of("0.01"), 0, CENT))
                .withMessage("attempt must be at least 1, was 0");
    }

    @Test
    void closesAtTheLastPriceOfTheGridInAnEmergency() {
        assertThat(OrderPricing.emergencyYesPrice(Side.YES, CENT)).isEqualTo(Price.of("0.01"));
        assertThat(OrderPricing.emergencyYesPrice(Side.NO, CENT)).isEqualTo(Price.of("0.99"));
        assertThat(OrderPricing.emergencyYesPrice(Side.YES, TAPERED)).isEqualTo(Price.of("0.001"));
        assertThat(OrderPricing.emergencyYesPrice(Side.NO, TAPERED)).isEqualTo(Price.of("0.999"));
    }

    private static Optional<Price> entryCap(
            Side side, String ask, String slippage, double minimum, NetDifferential differential, PriceGrid grid) {
        return OrderPricing.entryCap(side, Price.of(ask), Price.of(slippage), minimum, differential, grid);
    }

    private static NetDifferential feeless(double percent) {
        return price -> OptionalDouble.of(percent - price.cents());
    }

    private static Band band(String start, String end, String step) {
        return new Band(Price.of(start), Price.of(end), Price.of(step));
    }
}
