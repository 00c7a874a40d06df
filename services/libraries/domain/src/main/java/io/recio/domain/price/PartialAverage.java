package io.recio.domain.price;

import io.recio.domain.time.BusinessTime;

/**
 * What is known so far of a settlement average: the mean of the one-second values seen in the last minute before a close.
 *
 * <p>The window is (close - 60 s, close], one value a second (EXCHANGES, section C6).
 *
 * @param closesAt the end of the window
 * @param seen how many of the 60 values are known, 1 to 60
 * @param mean of those seen
 */
public record PartialAverage(BusinessTime closesAt, int seen, SpotPrice mean) {

    /** Values in a full average. */
    public static final int VALUES = 60;

    public PartialAverage {
        if (seen < 1 || seen > VALUES) {
            throw new IllegalArgumentException("a partial average must hold 1 to 60 values, was " + seen);
        }
    }

    /** The sum of the values seen, in dollars. */
    public double sum() {
        return mean.value() * seen;
    }
}
