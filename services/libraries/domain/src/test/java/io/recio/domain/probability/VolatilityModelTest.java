package io.recio.domain.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recio.domain.market.Strike;
import io.recio.domain.market.StrikeType;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Volatility;
import io.recio.domain.probability.Pricing.Priced;
import io.recio.domain.probability.Pricing.Unpriced;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VolatilityModelTest {

    private static final double SIGMA = 1e-4;

    private final VolatilityModel model = new VolatilityModel();

    @Test
    void pricesTheAverageRatherThanTheLastTrade() {
        // One standard deviation of the average above the price: half of what lies beyond 1.
        double oneDeviation = 100_000 * (1 + SIGMA * Math.sqrt(120 - 60 + 61 * 121 / 360.0));

        assertThat(above(oneDeviation, SettlementAverage.before(100_000, 120)))
                .isCloseTo(StudentT.below(-1), within(1e-9));
    }

    @Test
    void knowsNearlyAllOnceTheAverageIsNearlyComplete() {
        SettlementAverage nearlyDone = SettlementAverage.inside(99_000, 1, 59 * 100_000.0);

        assertThat(nearlyDone.mean()).isCloseTo(99_983.33, within(0.01));
        assertThat(above(99_980, nearlyDone)).isGreaterThan(0.999);
        assertThat(above(99_990, nearlyDone)).isLessThan(0.001);
    }

    @Test
    void givesNoProbabilityWithoutVolatility() {
        SettlementAverage average = SettlementAverage.before(100, 600);

        assertThat(model.above(101, inputs(average, Volatility.NONE)))
                .isEqualTo(new Unpriced(NoProbability.VOLATILITY_UNKNOWN));
        assertThat(model.above(101, inputs(average, flat(0))))
                .isEqualTo(new Unpriced(NoProbability.VOLATILITY_UNKNOWN));
    }

    @Test
    void givesNoProbabilityBeyondTheHour() {
        assertThat(model.above(101, inputs(SettlementAverage.before(100, 3700), flat(SIGMA))))
                .isEqualTo(new Unpriced(NoProbability.HORIZON_TOO_LONG));
    }

    @Test
    void takesTheWindowThatFitsTheHorizonButNothingCalmerThanTheLastMinute() {
        Volatility volatility = new Volatility(
                OptionalDouble.of(9),
                OptionalDouble.of(0.5),
                OptionalDouble.of(1),
                OptionalDouble.of(2),
                OptionalDouble.of(3));

        assertThat(VolatilityModel.sigma(volatility, 300)).isEqualTo(1);
        assertThat(VolatilityModel.sigma(volatility, 900)).isEqualTo(2);
        assertThat(VolatilityModel.sigma(volatility, 901)).isEqualTo(3);
        Volatility spike = new Volatility(
                OptionalDouble.of(9),
                OptionalDouble.of(4),
                OptionalDouble.of(1),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        assertThat(VolatilityModel.sigma(spike, 2000)).isEqualTo(4);
    }

    @Test
    void pricesEveryTypeOfStrike() {
        SettlementAverage average = SettlementAverage.before(100, 600);
        SpotPrice floor = SpotPrice.of("99.9");
        SpotPrice cap = SpotPrice.of("100.2");
        double aboveFloor = above(99.9, average);
        double aboveCap = above(100.2, average);

        assertThat(yes(new Strike(StrikeType.GREATER, floor, null), average)).isEqualTo(aboveFloor);
        assertThat(yes(new Strike(StrikeType.GREATER_OR_EQUAL, floor, null), average))
                .isEqualTo(aboveFloor);
        assertThat(yes(new Strike(StrikeType.LESS, null, cap), average)).isCloseTo(1 - aboveCap, within(1e-12));
        assertThat(yes(new Strike(StrikeType.LESS_OR_EQUAL, null, cap), average))
                .isCloseTo(1 - aboveCap, within(1e-12));
        assertThat(yes(new Strike(StrikeType.BETWEEN, floor, cap), average))
                .isCloseTo(aboveFloor - aboveCap, within(1e-12));
    }

    @Test
    void fallsWithTheStrikeAndMirrorsAroundTheExpectedAverage() {
        long seed = 7_031_313;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            double price = random.nextDouble(1_000, 200_000);
            int missing = random.nextInt(1, 61);
            SettlementAverage average = random.nextBoolean()
                    ? SettlementAverage.before(price, random.nextDouble(60, 3600))
                    : SettlementAverage.inside(price, missing, (60 - missing) * price * random.nextDouble(0.99, 1.01));
            double distance = price * random.nextDouble(0.02);
            double higher = above(average.mean() + distance, average);
            double lower = above(average.mean() - distance, average);

            assertThat(higher).isLessThanOrEqualTo(lower);
            assertThat(higher + lower).isCloseTo(1, within(1e-9));
        }
    }

    private double above(double level, SettlementAverage average) {
        return probability(model.above(level, inputs(average, flat(SIGMA))));
    }

    private double yes(Strike strike, SettlementAverage average) {
        return probability(model.yes(strike, inputs(average, flat(SIGMA))));
    }

    private static double probability(Pricing pricing) {
        Priced priced = pricing.priced().orElseThrow();
        assertThat(priced.model()).isEqualTo(ModelName.VOLATILITY);
        assertThat(priced.basis()).isEqualTo(PriceBasis.INDEX);
        return priced.probability().value();
    }

    private static PricingInputs inputs(SettlementAverage average, Volatility volatility) {
        return new PricingInputs(PriceBasis.INDEX, average, Optional.empty(), volatility);
    }

    private static Volatility flat(double sigma) {
        OptionalDouble value = OptionalDouble.of(sigma);
        return new Volatility(value, value, value, value, value);
    }
}
