package io.recio.domain.price;

import io.recio.domain.money.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A level of the underlying (a spot price, an index value, a strike), in millionths of a dollar. Positive.
 *
 * <p>It measures the world; it is never paid, so it has no arithmetic with {@code Money}.
 */
public record SpotPrice(long units) implements Comparable<SpotPrice> {

    /** Decimals carried: 1 unit is $0.000001. */
    public static final int SCALE = 6;

    private static final double UNITS_PER_DOLLAR = 1e6;

    public SpotPrice {
        if (units <= 0) {
            throw new IllegalArgumentException("spot price must be positive, was " + Decimals.format(units, SCALE));
        }
    }

    /** Parses dollars, such as {@code "118082.01"}. */
    public static SpotPrice of(String dollars) {
        return new SpotPrice(Decimals.parse("spot price", dollars, SCALE));
    }

    /** Takes dollars; digits past the sixth are rounded half even (index averages carry more). */
    public static SpotPrice of(BigDecimal dollars) {
        return new SpotPrice(
                dollars.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact());
    }

    /** Takes a model's dollars, rounded to the nearest unit. */
    public static SpotPrice ofDouble(double dollars) {
        return new SpotPrice(Math.round(dollars * UNITS_PER_DOLLAR));
    }

    /** In dollars, for models. */
    public double value() {
        return units / UNITS_PER_DOLLAR;
    }

    public BigDecimal dollars() {
        return BigDecimal.valueOf(units, SCALE);
    }

    /** How far the two lie apart, in dollars, for models and display; never negative. */
    public double distanceTo(SpotPrice other) {
        return Math.abs(units - other.units) / UNITS_PER_DOLLAR;
    }

    public boolean isAbove(SpotPrice other) {
        return units > other.units;
    }

    public boolean isBelow(SpotPrice other) {
        return units < other.units;
    }

    @Override
    public int compareTo(SpotPrice other) {
        return Long.compare(units, other.units);
    }

    /** Dollars without needless zeros, at least two decimals. */
    @Override
    public String toString() {
        BigDecimal plain = dollars().stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
    }
}
