package io.recio.domain.probability;

import io.recio.domain.price.Deltas;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Counts move tables from one-minute closes.
 *
 * <p>Closes may have gaps: a horizon is a span of time, so a move counts only when both its ends exist.
 * Each move is counted by horizon and by the momentum at its start; one that starts without momentum counts in the baseline
 * only.
 */
public final class MoveTableBuilder {

    private static final int MINUTES_PER_YEAR = 525_960;
    private static final double GAP = 0;

    private final double yearlyWeight;
    private double[] closes = new double[1 << 16];
    private long firstMinute;
    private int minutes;

    /**
     * @param yearlyWeight how much a year counts against the year after it, above 0 and at most 1; 1 counts all alike
     */
    public MoveTableBuilder(double yearlyWeight) {
        if (!(yearlyWeight > 0 && yearlyWeight <= 1)) {
            throw new IllegalArgumentException("yearly weight must lie above 0 and at most 1, was " + yearlyWeight);
        }
        this.yearlyWeight = yearlyWeight;
    }

    /**
     * Adds the close of a one-minute bar.
     *
     * @param at the bar's minute, its start or its end but always the same; later than the bar before
     */
    public void add(BusinessTime at, SpotPrice close) {
        long minute = Math.floorDiv(at.epochSecond(), 60);
        if (minutes == 0) {
            firstMinute = minute;
        }
        int index = Math.toIntExact(minute - firstMinute);
        if (index < minutes) {
            throw new IllegalArgumentException("bars must come in order, one a minute; " + at + " came after "
                    + BusinessTime.ofEpochSecond((firstMinute + minutes - 1) * 60));
        }
        if (index >= closes.length) {
            closes = Arrays.copyOf(closes, Math.max(index + 1, closes.length * 2));
        }
        closes[index] = close.units();
        minutes = index + 1;
    }

    /** The rows of the table, for all horizons and buckets that have a move. */
    public List<MoveRow> build() {
        MoveTally tally = new MoveTally();
        for (int start = 0; start < minutes; start++) {
            if (closes[start] != GAP) {
                countFrom(start, tally);
            }
            if (start + 1 == minutes || yearsAgo(start + 1) != yearsAgo(start)) {
                tally.weigh(Math.pow(yearlyWeight, yearsAgo(start)));
            }
        }
        return tally.rows();
    }

    private void countFrom(int start, MoveTally tally) {
        double close = closes[start];
        int slot = momentum(start).map(Momentum::bucket).map(MoveGrid::slot).orElse(MoveGrid.BASELINE);
        int firstRow = MoveGrid.row(slot, 1);
        int longest = Math.min(MoveGrid.HORIZONS, minutes - 1 - start);
        for (int ahead = 1; ahead <= longest; ahead++) {
            double later = closes[start + ahead];
            if (later != GAP) {
                tally.count(firstRow + ahead - 1, close, later);
            }
        }
    }

    private Optional<Momentum> momentum(int start) {
        return Momentum.of(new Deltas(
                delta(start, 1),
                delta(start, 2),
                delta(start, 3),
                delta(start, 4),
                delta(start, 15),
                delta(start, 30)));
    }

    private OptionalDouble delta(int start, int back) {
        if (start < back || closes[start - back] == GAP) {
            return OptionalDouble.empty();
        }
        double then = closes[start - back];
        return OptionalDouble.of((closes[start] - then) / then * 100);
    }

    /** Whole years between a minute and the newest. */
    private int yearsAgo(int minute) {
        return (minutes - 1 - minute) / MINUTES_PER_YEAR;
    }
}
