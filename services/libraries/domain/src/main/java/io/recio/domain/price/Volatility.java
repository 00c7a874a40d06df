package io.recio.domain.price;

import java.util.OptionalDouble;

/**
 * Realised volatility over five windows: the standard deviation of one-second log returns, per root second, as a fraction
 * of the price (PRODUCT, section 2).
 *
 * <p>The mean return is taken as zero, as is usual at this scale. Absent while the window is not filled well enough.
 */
public record Volatility(
        OptionalDouble seconds30,
        OptionalDouble minute1,
        OptionalDouble minutes5,
        OptionalDouble minutes15,
        OptionalDouble minutes60) {

    private static final OptionalDouble ABSENT = OptionalDouble.empty();

    /** Nothing known yet. */
    public static final Volatility NONE = new Volatility(ABSENT, ABSENT, ABSENT, ABSENT, ABSENT);
}
