package io.recio.domain.money;

import java.math.BigDecimal;

/** A number of contracts, in hundredths of a contract, never negative (Kalshi's FixedPointCount, EXCHANGES A2). */
public record Quantity(long units) implements Comparable<Quantity> {

    /** Decimals carried: 1 unit is 0.01 contract. */
    public static final int SCALE = 2;

    public static final Quantity ZERO = new Quantity(0);

    public Quantity {
        if (units < 0) {
            throw new IllegalArgumentException("quantity must not be negative, was " + Decimals.format(units, SCALE));
        }
    }

    /** Parses contracts, such as {@code "10.00"}. */
    public static Quantity of(String contracts) {
        return new Quantity(Decimals.parse("quantity", contracts, SCALE));
    }

    public static Quantity of(BigDecimal contracts) {
        return new Quantity(Decimals.exact("quantity", contracts, SCALE));
    }

    public static Quantity ofContracts(long contracts) {
        return new Quantity(Math.multiplyExact(contracts, 100));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(units, other.units));
    }

    /**
     * This quantity less the other.
     *
     * @throws IllegalArgumentException when the other is larger
     */
    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(units, other.units));
    }

    public Quantity times(long factor) {
        return new Quantity(Math.multiplyExact(units, factor));
    }

    public Quantity min(Quantity other) {
        return units <= other.units ? this : other;
    }

    public boolean isZero() {
        return units == 0;
    }

    public boolean isPositive() {
        return units > 0;
    }

    public boolean isAtLeast(Quantity other) {
        return units >= other.units;
    }

    public BigDecimal contracts() {
        return BigDecimal.valueOf(units, SCALE);
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(units, other.units);
    }

    /** Contracts with two decimals, as Kalshi writes them. */
    @Override
    public String toString() {
        return Decimals.format(units, SCALE);
    }
}
