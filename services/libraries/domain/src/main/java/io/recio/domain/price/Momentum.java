package io.recio.domain.price;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The weighted move of the last half hour, in percent, unrounded (PRODUCT, section 2).
 *
 * <p>People and settings speak of it in hundredths: a score of 0.36 is "36". Comparisons use the unrounded score.
 *
 * @param score in percent; positive when the price rises
 */
public record Momentum(double score) {

    private static final double WEIGHT_1 = 0.30;
    private static final double WEIGHT_2 = 0.25;
    private static final double WEIGHT_3 = 0.20;
    private static final double WEIGHT_4 = 0.15;
    private static final double WEIGHT_15 = 0.05;
    private static final double WEIGHT_30 = 0.05;

    /** The outermost bucket of the move tables, on either side of zero. */
    public static final int OUTERMOST_BUCKET = 30;

    public Momentum {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("momentum must be a finite percentage, was " + score);
        }
    }

    /** The weighted mean of the deltas that exist; absent unless those of 1 to 4 minutes all do. */
    public static Optional<Momentum> of(Deltas deltas) {
        if (deltas.minute1().isEmpty()
                || deltas.minutes2().isEmpty()
                || deltas.minutes3().isEmpty()
                || deltas.minutes4().isEmpty()) {
            return Optional.empty();
        }
        double sum = WEIGHT_1 * deltas.minute1().getAsDouble()
                + WEIGHT_2 * deltas.minutes2().getAsDouble()
                + WEIGHT_3 * deltas.minutes3().getAsDouble()
                + WEIGHT_4 * deltas.minutes4().getAsDouble();
        double weight = WEIGHT_1 + WEIGHT_2 + WEIGHT_3 + WEIGHT_4;
        OptionalDouble minutes15 = deltas.minutes15();
        if (minutes15.isPresent()) {
            sum += WEIGHT_15 * minutes15.getAsDouble();
            weight += WEIGHT_15;
        }
        OptionalDouble minutes30 = deltas.minutes30();
        if (minutes30.isPresent()) {
            sum += WEIGHT_30 * minutes30.getAsDouble();
            weight += WEIGHT_30;
        }
        return Optional.of(new Momentum(sum / weight));
    }

    /** As shown: the score times 100, rounded half away from zero. */
    public int hundredths() {
        return (int) (Math.signum(score) * Math.round(Math.abs(score) * 100));
    }

    /** The move table's bucket: the hundredths, held between -30 and +30. */
    public int bucket() {
        return Math.clamp(hundredths(), -OUTERMOST_BUCKET, OUTERMOST_BUCKET);
    }

    /** Whether the unrounded score is at or above the threshold, given in hundredths as settings are. */
    public boolean isAtLeast(double hundredths) {
        return score >= hundredths / 100;
    }

    /** Whether the unrounded score is at or below the threshold, given in hundredths as settings are. */
    public boolean isAtMost(double hundredths) {
        return score <= hundredths / 100;
    }

    /** Whether the unrounded score lies at or beyond the threshold in either direction. */
    public boolean isAtLeastInSize(double hundredths) {
        return Math.abs(score) >= hundredths / 100;
    }
}
