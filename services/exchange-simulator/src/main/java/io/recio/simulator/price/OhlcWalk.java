package io.recio.simulator.price;

import java.util.random.RandomGenerator;

/** A random walk that starts at a bar's open, touches its high and its low, ends at its close, and never leaves it. */
final class OhlcWalk {

    /** Fewest steps that can hold open, high, low and close apart. */
    static final int MIN_STEPS = 4;

    private OhlcWalk() {}

    /** Prices in cents, {@code steps} of them, at least {@link #MIN_STEPS}. */
    static long[] through(MinuteBar bar, int steps, RandomGenerator random) {
        long[] prices = new long[steps];
        int one = random.nextInt(1, steps - 1);
        int other = random.nextInt(1, steps - 2);
        other += other >= one ? 1 : 0;
        prices[0] = bar.open();
        prices[one] = bar.high();
        prices[other] = bar.low();
        prices[steps - 1] = bar.close();
        double step = (bar.high() - bar.low()) * 0.6 / Math.sqrt(steps);
        bridge(prices, 0, Math.min(one, other), step, bar, random);
        bridge(prices, Math.min(one, other), Math.max(one, other), step, bar, random);
        bridge(prices, Math.max(one, other), steps - 1, step, bar, random);
        return prices;
    }

    private static void bridge(long[] prices, int from, int to, double step, MinuteBar bar, RandomGenerator random) {
        double price = prices[from];
        for (int i = from + 1; i < to; i++) {
            int left = to - i + 1;
            double pull = (prices[to] - price) / left;
            double freedom = Math.sqrt((left - 1.0) / left);
            price = reflected(price + pull + step * freedom * random.nextGaussian(), bar.low(), bar.high());
            prices[i] = Math.round(price);
        }
    }

    private static double reflected(double price, double low, double high) {
        double inside = price < low ? 2 * low - price : price > high ? 2 * high - price : price;
        return Math.clamp(inside, low, high);
    }
}
