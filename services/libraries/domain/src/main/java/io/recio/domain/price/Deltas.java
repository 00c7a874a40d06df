package io.recio.domain.price;

import java.util.OptionalDouble;

/**
 * How far the price moved over six look-backs, in percent of the price then: (P - P_k) / P_k x 100.
 *
 * <p>A delta is absent when no price at most five seconds older than its look-back is known; interpolated seconds never
 * count (PRODUCT, section 2).
 */
public record Deltas(
        OptionalDouble minute1,
        OptionalDouble minutes2,
        OptionalDouble minutes3,
        OptionalDouble minutes4,
        OptionalDouble minutes15,
        OptionalDouble minutes30) {

    private static final OptionalDouble ABSENT = OptionalDouble.empty();

    /** Nothing known yet. */
    public static final Deltas NONE = new Deltas(ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT);
}
