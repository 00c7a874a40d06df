package io.recio.domain.probability;

import java.util.Optional;

/** A model's answer about one strike: a probability, or why there is none. Never a guess in between. */
public sealed interface Pricing {

    /** The probability that the market resolves yes, who gave it and on which price it rests. */
    record Priced(Probability probability, ModelName model, PriceBasis basis) implements Pricing {}

    /** No probability, so no trade. */
    record Unpriced(NoProbability reason) implements Pricing {}

    default Optional<Priced> priced() {
        return switch (this) {
            case Priced priced -> Optional.of(priced);
            case Unpriced _ -> Optional.empty();
        };
    }
}
