package io.recio.simulator.price;

import io.recio.domain.time.BusinessTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The trades of one symbol in one minute, made from its bar. Immutable. */
final class MinuteTape {

    static final long MINUTE_MICROS = 60_000_000L;

    private final long minute;
    private final long firstId;
    private final int[] times;
    private final long[] cents;
    private final long[] sizes;
    private final boolean[] bought;

    MinuteTape(long minute, MinuteBar bar, long firstId, int trades, double quietShare, RandomGenerator random) {
        this.minute = minute;
        this.firstId = firstId;
        this.times = TradeTimes.spread(trades, quietShare, random);
        this.cents = OhlcWalk.through(bar, trades, random);
        this.sizes = sizes(bar.volumeUnits(), trades, random);
        this.bought = takers(cents, random);
    }

    int size() {
        return times.length;
    }

    /** Microseconds since the epoch. */
    long micros(int index) {
        return minute * MINUTE_MICROS + times[index];
    }

    long cents(int index) {
        return cents[index];
    }

    long id(int index) {
        return firstId + index;
    }

    /** How many trades happened at or before that moment, in microseconds since the epoch. */
    int countUntil(long micros) {
        long offset = micros - minute * MINUTE_MICROS;
        if (offset >= MINUTE_MICROS) {
            return times.length;
        }
        int found = Arrays.binarySearch(times, (int) Math.max(offset, -1));
        int count = found < 0 ? -found - 1 : found + 1;
        while (count < times.length && times[count] <= offset) {
            count++;
        }
        return count;
    }

    /** The trade at that index, at another price and number. */
    Trade trade(int index, long id, long priceCents) {
        return new Trade(
                id,
                time(micros(index)),
                Cents.price(priceCents),
                sizes[index],
                bought[index] ? TakerSide.BUY : TakerSide.SELL);
    }

    static BusinessTime time(long micros) {
        return BusinessTime.of(
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L));
    }

    private static long[] sizes(long volume, int trades, RandomGenerator random) {
        double[] shares = new double[trades];
        double total = 0;
        for (int i = 0; i < trades; i++) {
            shares[i] = random.nextExponential();
            total += shares[i];
        }
        long[] sizes = new long[trades];
        long left = volume;
        for (int i = 0; i < trades - 1; i++) {
            sizes[i] = Math.clamp((long) (volume * shares[i] / total), 1, Math.max(1, left - (trades - 1 - i)));
            left -= sizes[i];
        }
        sizes[trades - 1] = Math.max(1, left);
        return sizes;
    }

    private static boolean[] takers(long[] cents, RandomGenerator random) {
        boolean[] bought = new boolean[cents.length];
        for (int i = 0; i < cents.length; i++) {
            long change = i == 0 ? 0 : cents[i] - cents[i - 1];
            bought[i] = change > 0 || (change == 0 && random.nextBoolean());
        }
        return bought;
    }
}
