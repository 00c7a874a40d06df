package io.recio.domain.probability;

import io.recio.domain.market.Strike;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.probability.Pricing.Priced;
import io.recio.domain.probability.Pricing.Unpriced;
import java.util.Objects;

/** Prices the settlement average against a level. Immutable, safe for every thread. */
public interface ProbabilityModel {

    ModelName name();

    /** How likely the settlement average lies above the level, given in dollars. */
    Pricing above(double level, PricingInputs inputs);

    /** How likely the strike resolves yes, by its type and levels. */
    default Pricing yes(Strike strike, PricingInputs inputs) {
        return switch (strike.type()) {
            case GREATER, GREATER_OR_EQUAL -> above(strike.level().value(), inputs);
            case LESS, LESS_OR_EQUAL -> complement(above(strike.level().value(), inputs));
            case BETWEEN -> {
                SpotPrice cap = Objects.requireNonNull(strike.cap(), "a strike between levels has a cap");
                yield difference(above(strike.level().value(), inputs), above(cap.value(), inputs));
            }
        };
    }

    private static Pricing complement(Pricing pricing) {
        return switch (pricing) {
            case Priced priced -> new Priced(priced.probability().complement(), priced.model(), priced.basis());
            case Unpriced unpriced -> unpriced;
        };
    }

    private static Pricing difference(Pricing aboveFloor, Pricing aboveCap) {
        if (aboveFloor instanceof Priced floor && aboveCap instanceof Priced cap) {
            double between = floor.probability().value() - cap.probability().value();
            return new Priced(new Probability(Math.max(0, between)), floor.model(), floor.basis());
        }
        return aboveFloor instanceof Unpriced ? aboveFloor : aboveCap;
    }
}
