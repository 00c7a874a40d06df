package io.recio.domain.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SettlementAverageTest {

    @Test
    void variesLessThanAPriceBeforeTheWindow() {
        assertThat(SettlementAverage.before(100, 120).varianceSeconds()).isCloseTo(80.5, within(0.005));
        assertThat(SettlementAverage.before(100, 900).varianceSeconds()).isCloseTo(900 - 39.5, within(0.005));
    }

    @Test
    void variesLessTheMoreOfItIsKnown() {
        assertThat(SettlementAverage.inside(100, 60, 0).varianceSeconds()).isCloseTo(20.50, within(0.005));
        assertThat(SettlementAverage.inside(100, 30, 3000).varianceSeconds()).isCloseTo(2.626, within(0.0005));
        assertThat(SettlementAverage.inside(100, 15, 4500).varianceSeconds()).isCloseTo(0.344, within(0.0005));
    }

    @Test
    void isTheSameOnBothSidesOfTheWindowsEdge() {
        SettlementAverage before = SettlementAverage.before(100, 60);
        SettlementAverage inside = SettlementAverage.inside(100, 60, 0);

        assertThat(before.varianceSeconds()).isEqualTo(inside.varianceSeconds());
        assertThat(before.mean()).isEqualTo(inside.mean());
        assertThat(before.effectiveStrike(101)).isEqualTo(inside.effectiveStrike(101));
        assertThat(before.effectiveHorizonSeconds()).isEqualTo(inside.effectiveHorizonSeconds());
    }

    @Test
    void expectsTheSeenValuesAndTheNewestPriceForTheRest() {
        SettlementAverage average = SettlementAverage.inside(110, 20, 40 * 100);

        assertThat(average.mean()).isCloseTo((4000 + 20 * 110) / 60.0, within(1e-9));
        assertThat(average.standardDeviation(0.001))
                .isCloseTo(110 * 0.001 * Math.sqrt(20 * 21 * 41 / 6.0) / 60, within(1e-12));
    }

    @Test
    void turnsTheStrikeIntoOneForTheValuesStillToCome() {
        SettlementAverage average = SettlementAverage.inside(110, 20, 40 * 100);

        assertThat(average.effectiveStrike(105)).isCloseTo((60 * 105 - 4000) / 20.0, within(1e-9));
        assertThat(average.effectiveHorizonSeconds()).isCloseTo(21 * 41 / 120.0, within(1e-12));
    }

    @Test
    void hasTheVarianceOfSimulatedAverages() {
        long seed = 20260822;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int missing : new int[] {60, 30, 15, 1}) {
            double sum = 0;
            int paths = 40_000;
            for (int path = 0; path < paths; path++) {
                double price = 0;
                double total = 0;
                for (int value = 0; value < missing; value++) {
                    price += random.nextGaussian();
                    total += price;
                }
                sum += total / 60 * (total / 60);
            }
            double expected = SettlementAverage.inside(1, missing, 60 - missing).varianceSeconds();
            assertThat(sum / paths / expected).isCloseTo(1, within(0.04));
        }
    }

    @Test
    void refusesAnAverageThatIsComplete() {
        assertThatThrownBy(() -> SettlementAverage.inside(100, 0, 6000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("missing values must number 1 to 60, were 0");
        assertThatThrownBy(() -> SettlementAverage.before(100, 59))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time to close must be at least 60 s, was 59.0");
    }
}
