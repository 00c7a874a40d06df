package io.recio.domain.probability;

/**
 * Student's t distribution with four degrees of freedom, scaled to unit variance: tails as heavy as a minute's returns
 * show, and a distribution function in closed form.
 */
final class StudentT {

    private static final double DEGREES = 4;

    /** A t variable of four degrees has the variance 4/(4-2). */
    private static final double ROOT_VARIANCE = Math.sqrt(DEGREES / (DEGREES - 2));

    private StudentT() {}

    /** The chance to lie at or below {@code z} standard deviations. */
    static double below(double z) {
        double t = z * ROOT_VARIANCE;
        if (Double.isInfinite(t * t)) {
            return t > 0 ? 1 : 0;
        }
        double spread = 1 + t * t / DEGREES;
        double half = 0.375 * t / Math.sqrt(spread) * (1 - t * t / (12 * spread));
        return Math.clamp(0.5 + half, 0.0, 1.0);
    }
}
