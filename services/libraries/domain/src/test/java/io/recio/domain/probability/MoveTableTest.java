package io.recio.domain.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recio.domain.price.Momentum;
import io.recio.domain.price.Volatility;
import io.recio.domain.probability.Pricing.Priced;
import io.recio.domain.probability.Pricing.Unpriced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MoveTableTest {

    private static final double PRICE = 100_000;

    /** The time to close at which the average varies like a price 15 minutes from now. */
    private static final double QUARTER_HOUR = 15 * 60 + 60 - 61 * 121 / 360.0;

    @Test
    void readsTheReferenceCells() {
        MoveTable table = new MoveTable(
                List.of(
                        reference(OptionalInt.empty(), 15, 0.1502, 0.1456),
                        reference(OptionalInt.of(0), 15, 0.0901, 0.0878),
                        reference(OptionalInt.of(30), 15, 0.2956, 0.3269),
                        reference(OptionalInt.empty(), 14, 0.1, 0.1),
                        reference(OptionalInt.of(0), 14, 0.1, 0.1),
                        reference(OptionalInt.of(30), 14, 0.1, 0.1)),
                1000);

        assertThat(yes(table, PRICE * 1.002, Optional.empty())).isCloseTo(0.1502, within(1e-9));
        assertThat(yes(table, PRICE * 0.998, Optional.empty())).isCloseTo(1 - 0.1456, within(1e-9));
        assertThat(yes(table, PRICE * 1.002, momentum(0))).isCloseTo(0.0901, within(1e-9));
        assertThat(yes(table, PRICE * 0.998, momentum(0))).isCloseTo(1 - 0.0878, within(1e-9));
        assertThat(yes(table, PRICE * 1.002, momentum(30))).isCloseTo(0.2956, within(1e-9));
        assertThat(yes(table, PRICE * 0.998, momentum(30))).isCloseTo(1 - 0.3269, within(1e-9));
        assertThat(yes(table, PRICE * 0.998, momentum(55))).isCloseTo(1 - 0.3269, within(1e-9));
    }

    @Test
    void interpolatesBetweenMinutesAndBetweenThresholds() {
        MoveTable table =
                new MoveTable(List.of(line(OptionalInt.empty(), 10, 0.40), line(OptionalInt.empty(), 11, 0.50)), 1);
        double horizon = 10.25 * 60;

        // Shares fall by 1 percent a threshold: 0.1025 percent is 2.05 thresholds.
        assertThat(yes(table, PRICE * (1 + 0.1025 / 100), average(horizon), Optional.empty()))
                .isCloseTo(0.40 + 0.25 * 0.10 - 0.0205, within(1e-9));
    }

    @Test
    void takesAMovePastTheLastThresholdForThatThreshold() {
        MoveTable table = new MoveTable(hour(OptionalInt.empty(), 0.41), 1);

        assertThat(yes(table, PRICE * 1.02, Optional.empty())).isCloseTo(0.01, within(1e-9));
        assertThat(yes(table, PRICE * 1.30, Optional.empty())).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void scalesTheMoveUnderAMinute() {
        MoveTable table = new MoveTable(List.of(line(OptionalInt.empty(), 1, 0.45)), 1);
        SettlementAverage inside = SettlementAverage.inside(PRICE, 30, 30 * PRICE);
        double horizon = 31 * 61 / 180.0;
        double movePercent = 0.05;
        double strike = PRICE * (1 + movePercent / 100);

        // Half the values are fixed at the price, so the rest must move twice as far.
        assertThat(yes(table, strike, inside, Optional.empty()))
                .isCloseTo(0.45 - 0.01 * (2 * movePercent * Math.sqrt(60 / horizon)) / 0.05, within(1e-9));
    }

    @Test
    void takesTheNearestBucketWithEnoughSamples() {
        List<MoveRow> rows = new ArrayList<>();
        rows.addAll(hour(OptionalInt.of(4), 0.44));
        rows.addAll(hour(OptionalInt.of(10), 0.50));
        rows.addAll(hour(OptionalInt.of(-30), 0.60));
        rows.addAll(hour(OptionalInt.empty(), 0.41));
        MoveTable table = new MoveTable(rows, 1000);

        assertThat(yes(table, PRICE * 1.0000000001, momentum(6))).isCloseTo(0.44, within(1e-6));
        assertThat(yes(table, PRICE * 1.0000000001, momentum(7))).isCloseTo(0.50, within(1e-6));
        assertThat(yes(table, PRICE * 1.0000000001, momentum(-20))).isCloseTo(0.60, within(1e-6));
        assertThat(yes(table, PRICE * 1.0000000001, Optional.empty())).isCloseTo(0.41, within(1e-6));
    }

    @Test
    void turnsToTheBaselineWhenNoBucketHasEnough() {
        List<MoveRow> rows = new ArrayList<>(hour(OptionalInt.empty(), 0.41));
        rows.add(new MoveRow(OptionalInt.of(0), 15, 999, shares(0.2), shares(0.2)));

        assertThat(yes(new MoveTable(rows, 1000), PRICE * 1.0000000001, momentum(0)))
                .isCloseTo(0.41, within(1e-6));
    }

    @Test
    void givesNoProbabilityWithoutHistoryOrBeyondTheHour() {
        MoveTable empty = new MoveTable(List.of(), 1000);
        MoveTable full = new MoveTable(hour(OptionalInt.empty(), 0.41), 1);

        assertThat(empty.above(PRICE, inputs(average(600), Optional.empty())))
                .isEqualTo(new Unpriced(NoProbability.HISTORY_TOO_SHORT));
        assertThat(full.above(PRICE, inputs(average(3601), Optional.empty())))
                .isEqualTo(new Unpriced(NoProbability.HORIZON_TOO_LONG));
        assertThat(full.above(PRICE, inputs(average(3600), Optional.empty()))).isInstanceOf(Priced.class);
    }

    @Test
    void handsOutTheRowsItWasMadeOf() {
        MoveTable table = new MoveTable(hour(OptionalInt.of(-3), 0.5), 1);

        assertThat(table.rows()).usingRecursiveComparison().isEqualTo(hour(OptionalInt.of(-3), 0.5));
    }

    private static double yes(MoveTable table, double strike, Optional<Momentum> momentum) {
        return yes(table, strike, SettlementAverage.before(PRICE, QUARTER_HOUR), momentum);
    }

    private static double yes(MoveTable table, double strike, SettlementAverage average, Optional<Momentum> momentum) {
        Priced priced = table.above(strike, inputs(average, momentum)).priced().orElseThrow();
        assertThat(priced.model()).isEqualTo(ModelName.MOVE_TABLE);
        return priced.probability().value();
    }

    private static SettlementAverage average(double horizonSeconds) {
        return SettlementAverage.before(PRICE, horizonSeconds + 60 - 61 * 121 / 360.0);
    }

    private static PricingInputs inputs(SettlementAverage average, Optional<Momentum> momentum) {
        return new PricingInputs(PriceBasis.SPOT, average, momentum, Volatility.NONE);
    }

    private static Optional<Momentum> momentum(int hundredths) {
        return Optional.of(new Momentum(hundredths / 100.0));
    }

    private static List<MoveRow> hour(OptionalInt bucket, double top) {
        List<MoveRow> rows = new ArrayList<>();
        for (int horizon = 1; horizon <= 60; horizon++) {
            rows.add(line(bucket, horizon, top));
        }
        return rows;
    }

    private static MoveRow line(OptionalInt bucket, int horizon, double top) {
        return new MoveRow(bucket, horizon, 1000, shares(top), shares(top));
    }

    private static double[] shares(double top) {
        double[] shares = new double[41];
        for (int step = 0; step < shares.length; step++) {
            shares[step] = Math.max(0, top - step * 0.01);
        }
        return shares;
    }

    /** A row of which only the cell at 0.20 percent matters. */
    private static MoveRow reference(OptionalInt bucket, int horizon, double up, double down) {
        double[] ups = new double[41];
        double[] downs = new double[41];
        ups[4] = up;
        downs[4] = down;
        return new MoveRow(bucket, horizon, 2_000_000, ups, downs);
    }
}
