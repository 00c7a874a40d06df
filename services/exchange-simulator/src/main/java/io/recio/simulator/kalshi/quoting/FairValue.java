package io.recio.simulator.kalshi.quoting;

/**
 * The chance that the mean of the last sixty one-second values ends above a level.
 *
 * <p>Returns are a mixture of two normals (mostly calm, sometimes wild) whose variance together is that of the gauge.
 */
public final class FairValue {

    private static final int VALUES = 60;
    private static final double CALM_SHARE = 0.8;
    private static final double CALM_SCALE = 0.85;
    private static final double WILD_SCALE = 1.45;

    private FairValue() {}

    /**
     * The distance of a level from the expected mean in standard deviations of that mean; positive means yes leads.
     *
     * @param spot the newest value
     * @param seenSum the sum of the values of the window that are known
     * @param seen how many values of the window are known, 0 to 60
     * @param secondsLeft whole seconds to the close
     * @param deviation standard deviation of one second's return, as a share
     */
    public static double distance(
            double spot, double level, double seenSum, int seen, long secondsLeft, double deviation) {
        int missing = VALUES - seen;
        double mean = (seenSum + missing * spot) / VALUES;
        double scale = spot * deviation * Math.sqrt(effectiveSeconds(missing, secondsLeft));
        if (scale == 0) {
            return mean > level ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return (mean - level) / scale;
    }

    /** The chance of yes at that distance. */
    public static double chance(double distance) {
        return CALM_SHARE * normal(distance / CALM_SCALE) + (1 - CALM_SHARE) * normal(distance / WILD_SCALE);
    }

    /**
     * The variance of the mean in units of one second's variance: each coming second counts with the square of the share
     * of the mean that it still moves.
     */
    static double effectiveSeconds(int missing, long secondsLeft) {
        double sum = Math.max(0, secondsLeft - missing);
        for (int moved = 1; moved <= missing; moved++) {
            double share = (double) moved / VALUES;
            sum += share * share;
        }
        return sum;
    }

    /** The standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
    private static double normal(double z) {
        if (Math.abs(z) > 8) {
            return z > 0 ? 1 : 0;
        }
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double poly = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * poly;
        return z > 0 ? 1 - tail : tail;
    }
}
