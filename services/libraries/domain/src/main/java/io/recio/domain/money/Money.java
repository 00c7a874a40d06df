package io.recio.domain.money;

import java.math.BigDecimal;

/** An amount of dollars, in millionths, signed. A price times a quantity is exactly one of these. */
public record Money(long units) implements Comparable<Money> {

    /** Decimals carried: 1 unit is $0.000001. */
    public static final int SCALE = 6;

    public static final Money ZERO = new Money(0);

    private static final long UNITS_PER_CENT = 10_000;

    /** Parses dollars, such as {@code "-4.910000"}. */
    public static Money of(String dollars) {
        return new Money(Decimals.parse("amount", dollars, SCALE));
    }

    public static Money of(BigDecimal dollars) {
        return new Money(Decimals.exact("amount", dollars, SCALE));
    }

    public static Money ofCents(long cents) {
        return new Money(Math.multiplyExact(cents, UNITS_PER_CENT));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(units, other.units));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(units, other.units));
    }

    public Money negated() {
        return new Money(Math.negateExact(units));
    }

    public boolean isNegative() {
        return units < 0;
    }

    public boolean isPositive() {
        return units > 0;
    }

    public boolean isZero() {
        return units == 0;
    }

    public boolean isAbove(Money other) {
        return units > other.units;
    }

    public boolean isBelow(Money other) {
        return units < other.units;
    }

    public Money max(Money other) {
        return units >= other.units ? this : other;
    }

    public Money min(Money other) {
        return units <= other.units ? this : other;
    }

    public BigDecimal dollars() {
        return BigDecimal.valueOf(units, SCALE);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(units, other.units);
    }

    /** Dollars with six decimals. */
    @Override
    public String toString() {
        return Decimals.format(units, SCALE);
    }
}
