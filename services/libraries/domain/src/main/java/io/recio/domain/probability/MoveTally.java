package io.recio.domain.probability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Counts moves into bins of 0.05 percent by row of the table, rises before falls; summing a row's bins from the far end
 * gives its shares. A move of exactly a threshold reaches it, and no move at all is both a rise and a fall of zero.
 */
final class MoveTally {

    private static final int BINS = 2 * MoveGrid.THRESHOLDS;

    /** Threshold steps in 100 percent: a move of d from c spans d x 2000 / c of them. */
    private static final double STEPS = 2000;

    private final int[] counts = new int[MoveGrid.ROWS * BINS];
    private final int[] standstills = new int[MoveGrid.ROWS];
    private final double[] bins = new double[MoveGrid.ROWS * BINS];
    private final double[] weights = new double[MoveGrid.ROWS];
    private final long[] samples = new long[MoveGrid.ROWS];

    /** Counts the move between two prices in whole units. */
    void count(int row, double from, double to) {
        double change = to - from;
        counts[row * BINS + bin(change, from)]++;
        if (change == 0) {
            standstills[row]++;
        }
    }

    /** Adds what was counted since the last call, each move at the given weight. */
    void weigh(double weight) {
        for (int row = 0; row < MoveGrid.ROWS; row++) {
            int moves = 0;
            for (int bin = row * BINS; bin < (row + 1) * BINS; bin++) {
                moves += counts[bin];
                bins[bin] += weight * counts[bin];
            }
            bins[row * BINS + MoveGrid.THRESHOLDS] += weight * standstills[row];
            weights[row] += weight * moves;
            samples[row] += moves;
        }
        Arrays.fill(counts, 0);
        Arrays.fill(standstills, 0);
    }

    /** The rows of every bucket and, over all of them and the moves without momentum, of the baseline. */
    List<MoveRow> rows() {
        addUpBaseline();
        List<MoveRow> rows = new ArrayList<>();
        for (int slot = 0; slot < MoveGrid.SLOTS; slot++) {
            OptionalInt bucket =
                    slot == MoveGrid.BASELINE ? OptionalInt.empty() : OptionalInt.of(slot - MoveGrid.OUTERMOST_BUCKET);
            for (int horizon = 1; horizon <= MoveGrid.HORIZONS; horizon++) {
                int row = MoveGrid.row(slot, horizon);
                if (samples[row] > 0) {
                    rows.add(new MoveRow(
                            bucket,
                            horizon,
                            samples[row],
                            shares(row, row * BINS),
                            shares(row, row * BINS + MoveGrid.THRESHOLDS)));
                }
            }
        }
        return rows;
    }

    /**
     * Exact: both numbers are whole and far shorter than a double's 53 bits, so their quotient never rounds up to a step
     * that the move has not reached.
     */
    private static int bin(double change, double from) {
        int fall = (int) (Double.doubleToRawLongBits(change) >>> 63);
        int steps = (int) Math.min(Math.abs(change) * STEPS / from, MoveGrid.THRESHOLDS - 1);
        return fall * MoveGrid.THRESHOLDS + steps;
    }

    private void addUpBaseline() {
        for (int slot = 0; slot < MoveGrid.BASELINE; slot++) {
            for (int horizon = 1; horizon <= MoveGrid.HORIZONS; horizon++) {
                int from = MoveGrid.row(slot, horizon);
                int to = MoveGrid.row(MoveGrid.BASELINE, horizon);
                samples[to] += samples[from];
                weights[to] += weights[from];
                for (int bin = 0; bin < BINS; bin++) {
                    bins[to * BINS + bin] += bins[from * BINS + bin];
                }
            }
        }
    }

    private double[] shares(int row, int firstBin) {
        double[] shares = new double[MoveGrid.THRESHOLDS];
        double reached = 0;
        for (int step = MoveGrid.THRESHOLDS - 1; step >= 0; step--) {
            reached += bins[firstBin + step];
            shares[step] = Math.min(1, reached / weights[row]);
        }
        return shares;
    }
}
