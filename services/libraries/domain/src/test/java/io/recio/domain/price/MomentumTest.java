package io.recio.domain.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recio.domain.time.BusinessTime;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MomentumTest {

    private static final OptionalDouble ABSENT = OptionalDouble.empty();

    @Test
    void weighsTheSixDeltasOfTheReferenceCase() {
        Deltas deltas = referenceWindow().deltas();

        assertThat(deltas.minute1().getAsDouble()).isCloseTo(0.050025, within(5e-7));
        assertThat(deltas.minutes2().getAsDouble()).isCloseTo(0.100100, within(5e-7));
        assertThat(deltas.minutes3().getAsDouble()).isCloseTo(0.166945, within(5e-7));
        assertThat(deltas.minutes4().getAsDouble()).isCloseTo(0.083403, within(5e-7));
        assertThat(deltas.minutes15().getAsDouble()).isCloseTo(0.418410, within(5e-7));
        assertThat(deltas.minutes30().getAsDouble()).isCloseTo(0.840336, within(5e-7));
        Momentum momentum = Momentum.of(deltas).orElseThrow();
        assertThat(momentum.score()).isCloseTo(0.148869, within(5e-7));
        assertThat(momentum.hundredths()).isEqualTo(15);
        assertThat(momentum.bucket()).isEqualTo(15);
    }

    @Test
    void isAbsentUnlessTheDeltasOfOneToFourMinutesExist() {
        OptionalDouble one = OptionalDouble.of(1);
        assertThat(Momentum.of(new Deltas(ABSENT, one, one, one, one, one))).isEmpty();
        assertThat(Momentum.of(new Deltas(one, ABSENT, one, one, one, one))).isEmpty();
        assertThat(Momentum.of(new Deltas(one, one, ABSENT, one, one, one))).isEmpty();
        assertThat(Momentum.of(new Deltas(one, one, one, ABSENT, one, one))).isEmpty();
        assertThat(Momentum.of(Deltas.NONE)).isEmpty();
    }

    @Test
    void sharesTheWeightOfAbsentLongDeltas() {
        Deltas deltas = new Deltas(
                OptionalDouble.of(0.1),
                OptionalDouble.of(0.2),
                OptionalDouble.of(0.3),
                OptionalDouble.of(0.4),
                ABSENT,
                ABSENT);

        assertThat(Momentum.of(deltas).orElseThrow().score()).isCloseTo(0.2 / 0.9, within(1e-12));
    }

    @Test
    void roundsHalvesAwayFromZeroOnBothSides() {
        assertThat(new Momentum(0.125).hundredths()).isEqualTo(13);
        assertThat(new Momentum(-0.125).hundredths()).isEqualTo(-13);
        assertThat(new Momentum(-0.004).hundredths()).isZero();
    }

    @Test
    void keepsItsBucketInsideTheMoveTable() {
        assertThat(new Momentum(0.91).bucket()).isEqualTo(30);
        assertThat(new Momentum(-3).bucket()).isEqualTo(-30);
    }

    @Test
    void comparesTheUnroundedScoreWithThresholdsInHundredths() {
        assertThat(new Momentum(0.36).isAtLeast(36)).isTrue();
        assertThat(new Momentum(0.3599).isAtLeast(36)).isFalse();
        assertThat(new Momentum(-0.36).isAtMost(-36)).isTrue();
        assertThat(new Momentum(-0.3599).isAtMost(-36)).isFalse();
        assertThat(new Momentum(-0.36).isAtLeastInSize(36)).isTrue();
        assertThat(new Momentum(0.29).isAtLeastInSize(30)).isFalse();
    }

    private static PriceWindow referenceWindow() {
        PriceWindow window = new PriceWindow(Symbol.BTC);
        long now = 1_800_000_000L;
        backfill(window, now - 1800, "119000");
        backfill(window, now - 900, "119500");
        backfill(window, now - 240, "119900");
        backfill(window, now - 180, "119800");
        backfill(window, now - 120, "119880");
        backfill(window, now - 60, "119940");
        window.trade(BusinessTime.ofEpochSecond(now), SpotPrice.of("120000"));
        return window;
    }

    private static void backfill(PriceWindow window, long second, String price) {
        window.backfill(BusinessTime.ofEpochSecond(second), SpotPrice.of(price));
    }
}
