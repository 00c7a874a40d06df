package io.recio.simulator.price;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.random.RandomGenerator;

/** Cuts a five-minute bar into five one-minute bars that have its open, high, low, close and volume together. */
final class FiveMinutes {

    private static final int MINUTES = 5;
    private static final int STEPS = 24;

    private FiveMinutes() {}

    static void split(long minute, MinuteBar bar, RandomGenerator random, SortedMap<Long, MinuteBar> into) {
        long[] walk = OhlcWalk.through(bar, MINUTES * STEPS, random);
        long share = Math.max(1, bar.volumeUnits() / MINUTES);
        for (int i = 0; i < MINUTES; i++) {
            long[] part = Arrays.copyOfRange(walk, i * STEPS, (i + 1) * STEPS);
            long rest = i == 0 ? Math.max(0, bar.volumeUnits() - share * MINUTES) : 0;
            into.put(
                    minute + i,
                    new MinuteBar(
                            part[0],
                            Arrays.stream(part).max().orElseThrow(),
                            Arrays.stream(part).min().orElseThrow(),
                            part[STEPS - 1],
                            share + rest));
        }
    }
}
