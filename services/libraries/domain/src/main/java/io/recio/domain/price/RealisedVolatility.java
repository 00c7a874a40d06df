package io.recio.domain.price;

import java.util.OptionalDouble;

/**
 * Sums the squared one-second log returns of a ring over the five windows, newest first, in one pass; remembers the last
 * answer, since most questions ask for the same second. Summed afresh each time, so no rounding builds up.
 */
final class RealisedVolatility {

    /** The share of a window's returns that must be known. */
    private static final double LEAST_KNOWN = 0.9;

    private static final int[] WINDOWS = {30, 60, 300, 900, 3600};

    private final SecondRing ring;
    private final OptionalDouble[] answers = new OptionalDouble[WINDOWS.length];
    private long rememberedSecond = Long.MIN_VALUE;
    private Volatility remembered = Volatility.NONE;

    RealisedVolatility(SecondRing ring) {
        this.ring = ring;
    }

    /** Drops the remembered answer, because history changed. */
    void forget() {
        rememberedSecond = Long.MIN_VALUE;
    }

    Volatility endingWith(long last) {
        if (last != rememberedSecond) {
            remembered = compute(last);
            rememberedSecond = last;
        }
        return remembered;
    }

    private Volatility compute(long last) {
        double sum = 0;
        int known = 0;
        int back = 0;
        for (int w = 0; w < WINDOWS.length; w++) {
            for (; back < WINDOWS[w]; back++) {
                double squared = ring.squaredReturn(last - back);
                if (!Double.isNaN(squared)) {
                    sum += squared;
                    known++;
                }
            }
            answers[w] = known >= LEAST_KNOWN * WINDOWS[w]
                    ? OptionalDouble.of(Math.sqrt(sum / known))
                    : OptionalDouble.empty();
        }
        return new Volatility(answers[0], answers[1], answers[2], answers[3], answers[4]);
    }
}
