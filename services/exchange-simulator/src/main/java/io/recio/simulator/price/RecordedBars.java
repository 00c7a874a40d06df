package io.recio.simulator.price;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Recorded minutes, with generated ones before and after that meet them: the generated price is moved so that it ends at
 * the first recorded open and goes on from the last recorded close. A minute missing inside the recording had no trade.
 */
final class RecordedBars implements MinuteBars {

    private final @Nullable MinuteBar[] recorded;
    private final long[] emptyBefore;
    private final long first;
    private final GeneratedBars generated;
    private final double shiftBefore;
    private final double shiftAfter;

    /**
     * @param bars by minute, at least one
     * @param generated used outside the recording
     */
    RecordedBars(Map<Long, MinuteBar> bars, GeneratedBars generated) {
        NavigableMap<Long, MinuteBar> sorted = new TreeMap<>(bars);
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("a recording must have at least one bar, had none");
        }
        this.first = sorted.firstKey();
        this.recorded = new MinuteBar[Math.toIntExact(sorted.lastKey() - first + 1)];
        this.emptyBefore = new long[recorded.length + 1];
        for (int i = 0; i < recorded.length; i++) {
            recorded[i] = sorted.get(first + i);
            emptyBefore[i + 1] = emptyBefore[i] + (recorded[i] == null ? 1 : 0);
        }
        this.generated = generated;
        this.shiftBefore = logDollars(sorted.firstEntry().getValue().open()) - generated.logPrice(first);
        this.shiftAfter = logDollars(sorted.lastEntry().getValue().close()) - generated.logPrice(end());
    }

    @Override
    public @Nullable MinuteBar bar(long minute) {
        if (isRecorded(minute)) {
            return recorded[(int) (minute - first)];
        }
        return generated.bar(minute, minute < first ? shiftBefore : shiftAfter);
    }

    @Override
    public long ordinal(long minute) {
        return minute - emptyBefore[Math.clamp(minute - first, 0, recorded.length)];
    }

    @Override
    public long minute(long ordinal) {
        long minute = ordinal;
        while (ordinal(minute) < ordinal || (isRecorded(minute) && bar(minute) == null)) {
            minute += Math.max(1, ordinal - ordinal(minute));
        }
        return minute;
    }

    @Override
    public boolean isRecorded(long minute) {
        return minute >= first && minute < end();
    }

    long first() {
        return first;
    }

    /** The minute after the last recorded one. */
    long end() {
        return first + recorded.length;
    }

    private static double logDollars(long cents) {
        return Math.log(cents / 100.0);
    }
}
