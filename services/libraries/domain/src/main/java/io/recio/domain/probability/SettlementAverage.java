package io.recio.domain.probability;

import io.recio.domain.price.PartialAverage;

/**
 * What is priced: the mean of the 60 one-second values before the close, seen from now (PRODUCT, section 3).
 *
 * <p>Before the window all 60 values lie ahead. Inside it {@code missing} of them do, a second apart, and the sum of those
 * seen is certain. Variances are in seconds, to be multiplied by the variance per second of the relative price.
 */
public final class SettlementAverage {

    private static final double VALUES = PartialAverage.VALUES;

    /** The least time to close at which no value has been seen. */
    public static final double WINDOW_SECONDS = PartialAverage.VALUES;

    private final double price;
    private final double seenSum;
    private final int missing;
    private final double horizonSeconds;

    private SettlementAverage(double price, double seenSum, int missing, double horizonSeconds) {
        this.price = price;
        this.seenSum = seenSum;
        this.missing = missing;
        this.horizonSeconds = horizonSeconds;
    }

    /**
     * Before the window.
     *
     * @param price in dollars
     * @param ttcSeconds time to close, at least 60
     */
    public static SettlementAverage before(double price, double ttcSeconds) {
        if (ttcSeconds < WINDOW_SECONDS) {
            throw new IllegalArgumentException("time to close must be at least 60 s, was " + ttcSeconds);
        }
        return new SettlementAverage(
                price, 0, PartialAverage.VALUES, ttcSeconds - WINDOW_SECONDS + averageHorizon(PartialAverage.VALUES));
    }

    /**
     * Inside the window.
     *
     * @param price in dollars
     * @param missing how many of the 60 values are still to come, 1 to 60
     * @param seenSum of the others, dollars
     */
    public static SettlementAverage inside(double price, int missing, double seenSum) {
        if (missing < 1 || missing > PartialAverage.VALUES) {
            throw new IllegalArgumentException("missing values must number 1 to 60, were " + missing);
        }
        return new SettlementAverage(price, seenSum, missing, averageHorizon(missing));
    }

    public double price() {
        return price;
    }

    /** The expected average, dollars. */
    public double mean() {
        return (seenSum + missing * price) / VALUES;
    }

    /** The variance of the whole average in seconds. */
    public double varianceSeconds() {
        double share = missing / VALUES;
        return horizonSeconds * share * share;
    }

    /** The standard deviation of the whole average in dollars, for a volatility per root second. */
    public double standardDeviation(double sigma) {
        return price * sigma * Math.sqrt(varianceSeconds());
    }

    /** The level that the values still to come must average for the whole to reach {@code strike}; dollars. */
    public double effectiveStrike(double strike) {
        return missing == PartialAverage.VALUES ? strike : (VALUES * strike - seenSum) / missing;
    }

    /** The time after which a single price varies as much as the mean of the values still to come, seconds. */
    public double effectiveHorizonSeconds() {
        return horizonSeconds;
    }

    /** The mean of n values, the first a second away: variance (n+1)(2n+1)/(6n). */
    private static double averageHorizon(int n) {
        return (n + 1.0) * (2.0 * n + 1) / (6.0 * n);
    }
}
