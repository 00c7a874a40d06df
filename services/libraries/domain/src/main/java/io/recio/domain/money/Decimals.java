package io.recio.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads and writes the decimal strings of the exchanges as scaled whole numbers, exactly or not at all. */
public final class Decimals {

    /** Digits that no long can carry, whatever the scale; more would only cost memory, as {@code 1e999999999} does. */
    private static final int MOST_DIGITS = 40;

    private Decimals() {}

    /**
     * The number in units of 10^-scale.
     *
     * @throws IllegalArgumentException when the text is no decimal number or has more digits than the scale carries
     */
    public static long parse(String name, String text, int scale) {
        try {
            return exact(name, new BigDecimal(text.strip()), scale);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a decimal number, was '" + text + "'", e);
        }
    }

    /**
     * The number in units of 10^-scale.
     *
     * @throws IllegalArgumentException when the number has more digits than the scale carries
     */
    public static long exact(String name, BigDecimal number, int scale) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    name + " must have at most " + MOST_DIGITS + " digits, had more or an exponent beyond them");
        }
        try {
            return number.setScale(scale, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    name + " must have at most " + scale + " decimals, was " + number.toPlainString(), e);
        }
    }

    /** The number as plain text with exactly {@code scale} decimals. */
    public static String format(long units, int scale) {
        return BigDecimal.valueOf(units, scale).toPlainString();
    }
}
