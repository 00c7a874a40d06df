package io.recio.simulator.price;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** When the trades of a minute happen: one or more in each second, apart from a quiet stretch in some minutes. */
final class TradeTimes {

    static final int SECONDS = 60;
    static final int MICROS = 1_000_000;
    private static final int SHORTEST_QUIET = 5;
    private static final int LONGEST_QUIET = 18;

    private TradeTimes() {}

    /** Microseconds into the minute, ascending; the first trade falls into the first second, the last into the last. */
    static int[] spread(int trades, double quietShare, RandomGenerator random) {
        int[] seconds = activeSeconds(quietShare, random);
        int[] times = new int[trades];
        for (int i = 0; i < trades; i++) {
            times[i] = second(seconds, i, trades, random) * MICROS + random.nextInt(1, MICROS);
        }
        Arrays.sort(times);
        return times;
    }

    private static int second(int[] seconds, int trade, int trades, RandomGenerator random) {
        if (trades < seconds.length) {
            return seconds[trade * (seconds.length - 1) / (trades - 1)];
        }
        return trade < seconds.length ? seconds[trade] : seconds[random.nextInt(seconds.length)];
    }

    private static int[] activeSeconds(double quietShare, RandomGenerator random) {
        boolean quiet = random.nextDouble() < quietShare;
        int length = random.nextInt(SHORTEST_QUIET, LONGEST_QUIET + 1);
        int start = random.nextInt(SHORTEST_QUIET, SECONDS - SHORTEST_QUIET - length);
        int[] seconds = new int[quiet ? SECONDS - length : SECONDS];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = quiet && i >= start ? i + length : i;
        }
        return seconds;
    }
}
