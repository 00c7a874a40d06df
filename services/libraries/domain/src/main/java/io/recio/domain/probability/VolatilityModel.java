package io.recio.domain.probability;

import io.recio.domain.price.Volatility;
import io.recio.domain.probability.Pricing.Priced;
import io.recio.domain.probability.Pricing.Unpriced;
import java.util.OptionalDouble;

/**
 * Prices by a heavy-tailed distribution around today's price, as wide as realised volatility makes it.
 *
 * <p>The volatility is that of the window nearest the horizon (5, 15 or 60 minutes), and never calmer than the last minute,
 * so that a sudden move widens the answer at once.
 */
public final class VolatilityModel implements ProbabilityModel {

    private static final double FIVE_MINUTES = 300;
    private static final double FIFTEEN_MINUTES = 900;
    private static final double LONGEST_HORIZON = 3600;

    @Override
    public ModelName name() {
        return ModelName.VOLATILITY;
    }

    @Override
    public Pricing above(double level, PricingInputs inputs) {
        SettlementAverage average = inputs.average();
        if (average.effectiveHorizonSeconds() > LONGEST_HORIZON) {
            return new Unpriced(NoProbability.HORIZON_TOO_LONG);
        }
        double sigma = sigma(inputs.volatility(), average.effectiveHorizonSeconds());
        if (!(sigma > 0)) {
            return new Unpriced(NoProbability.VOLATILITY_UNKNOWN);
        }
        double deviations = (level - average.mean()) / average.standardDeviation(sigma);
        return new Priced(new Probability(StudentT.below(-deviations)), ModelName.VOLATILITY, inputs.basis());
    }

    /** Per root second; zero when unknown. */
    static double sigma(Volatility volatility, double horizonSeconds) {
        OptionalDouble matched = horizonSeconds <= FIVE_MINUTES
                ? firstOf(volatility.minutes5(), volatility.minutes15(), volatility.minutes60())
                : horizonSeconds <= FIFTEEN_MINUTES
                        ? firstOf(volatility.minutes15(), volatility.minutes5(), volatility.minutes60())
                        : firstOf(volatility.minutes60(), volatility.minutes15(), volatility.minutes5());
        return matched.isEmpty()
                ? 0
                : Math.max(matched.getAsDouble(), volatility.minute1().orElse(0));
    }

    private static OptionalDouble firstOf(OptionalDouble first, OptionalDouble second, OptionalDouble third) {
        return first.isPresent() ? first : second.isPresent() ? second : third;
    }
}
