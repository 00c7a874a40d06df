package io.recio.kalshi.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The fee rule of a series, or what an event overrides of it, each part by itself (EXCHANGES, section D).
 *
 * @param type the exchange's name, such as {@code quadratic}; empty: not stated here
 * @param multiplier empty: not stated here
 */
public record FeeTerms(Optional<String> type, Optional<BigDecimal> multiplier) {

    public static final FeeTerms NONE = new FeeTerms(Optional.empty(), Optional.empty());

    /** These terms where they state something, the fallback's elsewhere: an event's over its series'. */
    public FeeTerms over(FeeTerms fallback) {
        return new FeeTerms(type.or(fallback::type), multiplier.or(fallback::multiplier));
    }
}
