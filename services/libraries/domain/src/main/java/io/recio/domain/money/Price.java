package io.recio.domain.money;

import java.math.BigDecimal;

/**
 * The price of one contract, in ten-thousandths of a dollar, from 0 to 1 dollar.
 *
 * <p>Kalshi quotes prices as dollar strings with up to four decimals (EXCHANGES, A2); this carries them exactly.
 */
public record Price(long units) implements Comparable<Price> {

    /** Decimals carried: 1 unit is $0.0001. */
    public static final int SCALE = 4;

    private static final long DOLLAR = 10_000;

    public static final Price ZERO = new Price(0);
    public static final Price ONE = new Price(DOLLAR);

    public Price {
        if (units < 0 || units > DOLLAR) {
            throw new IllegalArgumentException(
                    "price must lie between 0 and 1 dollar, was " + Decimals.format(units, SCALE));
        }
    }

    /** Parses dollars, such as {@code "0.5600"}. */
    public static Price of(String dollars) {
        return new Price(Decimals.parse("price", dollars, SCALE));
    }

    public static Price of(BigDecimal dollars) {
        return new Price(Decimals.exact("price", dollars, SCALE));
    }

    public static Price ofCents(long cents) {
        return new Price(Math.multiplyExact(cents, 100));
    }

    /** The other side's price: one dollar less this. */
    public Price complement() {
        return new Price(DOLLAR - units);
    }

    /** What the quantity costs at this price, exactly. */
    public Money times(Quantity quantity) {
        return new Money(Math.multiplyExact(units, quantity.units()));
    }

    /** This price higher by {@code step}, at most one dollar. */
    public Price plus(Price step) {
        return new Price(Math.min(DOLLAR, units + step.units));
    }

    /** This price lower by {@code step}, at least zero. */
    public Price minus(Price step) {
        return new Price(Math.max(0, units - step.units));
    }

    /** In cents, for models and display; never for money. */
    public double cents() {
        return units / 100.0;
    }

    public BigDecimal dollars() {
        return BigDecimal.valueOf(units, SCALE);
    }

    public boolean isAbove(Price other) {
        return units > other.units;
    }

    public boolean isBelow(Price other) {
        return units < other.units;
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(units, other.units);
    }

    /** Dollars with four decimals, as Kalshi writes them. */
    @Override
    public String toString() {
        return Decimals.format(units, SCALE);
    }
}
