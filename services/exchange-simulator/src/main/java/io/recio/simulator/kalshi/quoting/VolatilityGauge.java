package io.recio.simulator.kalshi.quoting;

/**
 * The recent standard deviation of one second's return, from returns over a minute so that neither the jitter of the
 * index nor the way prices take within a minute counts: a fast average (a quarter of an hour) and a slow one (an hour).
 */
public final class VolatilityGauge {

    /** Values to feed before the first reading. */
    public static final int WARM_UP = 5400;

    private static final int SPAN = 60;
    private static final double FAST = 1 - Math.pow(0.5, 1 / 900.0);
    private static final double SLOW = 1 - Math.pow(0.5, 1 / 3600.0);
    private static final double FAST_SHARE = 0.4;
    private static final double LEAST = 4e-6;

    private final double[] recent = new double[SPAN];
    private long count;
    private double fast;
    private double slow;

    /** Takes the value of the next second. */
    public void add(double value) {
        int slot = (int) (count % SPAN);
        if (count >= SPAN) {
            double move = Math.log(value / recent[slot]);
            double variance = move * move / SPAN;
            long returns = count - SPAN + 1;
            fast += (variance - fast) * Math.max(FAST, 1.0 / returns);
            slow += (variance - slow) * Math.max(SLOW, 1.0 / returns);
        }
        recent[slot] = value;
        count++;
    }

    /** Per square root of a second, as a share of the price. */
    public double deviation() {
        return Math.max(LEAST, Math.sqrt(FAST_SHARE * fast + (1 - FAST_SHARE) * slow));
    }
}
