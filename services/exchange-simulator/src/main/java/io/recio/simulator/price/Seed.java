package io.recio.simulator.price;

import java.util.SplittableRandom;

/** A source of random choices that can be derived for any place and moment, so that nothing need be drawn in order. */
record Seed(long value) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The seed of one part: the same part of the same seed is always the same. */
    Seed with(long part) {
        return new Seed(mix(value * GOLDEN + part));
    }

    Seed with(String part) {
        return with((long) part.hashCode());
    }

    SplittableRandom random() {
        return new SplittableRandom(value);
    }

    /** One draw from the standard normal distribution. */
    double gaussian() {
        return random().nextGaussian();
    }

    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
