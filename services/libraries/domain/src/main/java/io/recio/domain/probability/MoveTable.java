package io.recio.domain.probability;

import io.recio.domain.price.Momentum;
import io.recio.domain.probability.Pricing.Priced;
import io.recio.domain.probability.Pricing.Unpriced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How often the price moved that far in that time, by momentum: shares of recorded end-point moves (PRODUCT, section 3).
 *
 * <p>A look-up takes the nearest momentum bucket with enough samples, or the baseline when momentum is not known or no
 * bucket has enough, and interpolates between minutes and between thresholds. Under a minute it takes the one-minute row
 * with the move scaled by the root of time. A move past the last threshold counts as that threshold.
 */
public final class MoveTable implements ProbabilityModel {

    private static final double MINUTE = 60;
    private static final int NONE = -1;

    private final double[] up = new double[MoveGrid.ROWS * MoveGrid.THRESHOLDS];
    private final double[] down = new double[MoveGrid.ROWS * MoveGrid.THRESHOLDS];
    private final long[] samples = new long[MoveGrid.ROWS];
    private final int[] nearest = new int[MoveGrid.ROWS];

    /**
     * @param rows in any order; a row that is not given has no samples
     * @param leastSamples what a row needs before a look-up trusts it
     */
    public MoveTable(List<MoveRow> rows, long leastSamples) {
        for (MoveRow given : rows) {
            int slot = given.bucket().isPresent() ? MoveGrid.slot(given.bucket().getAsInt()) : MoveGrid.BASELINE;
            int row = MoveGrid.row(slot, given.horizonMinutes());
            samples[row] = given.samples();
            System.arraycopy(given.up(), 0, up, row * MoveGrid.THRESHOLDS, MoveGrid.THRESHOLDS);
            System.arraycopy(given.down(), 0, down, row * MoveGrid.THRESHOLDS, MoveGrid.THRESHOLDS);
        }
        for (int slot = 0; slot < MoveGrid.SLOTS; slot++) {
            for (int horizon = 1; horizon <= MoveGrid.HORIZONS; horizon++) {
                nearest[MoveGrid.row(slot, horizon)] = nearest(slot, horizon, Math.max(1, leastSamples));
            }
        }
    }

    @Override
    public ModelName name() {
        return ModelName.MOVE_TABLE;
    }

    @Override
    public Pricing above(double level, PricingInputs inputs) {
        double horizon = inputs.average().effectiveHorizonSeconds();
        double price = inputs.average().price();
        double strike = inputs.average().effectiveStrike(level);
        if (horizon > MoveGrid.HORIZONS * MINUTE) {
            return new Unpriced(NoProbability.HORIZON_TOO_LONG);
        }
        int slot = slot(inputs.momentum(), horizon);
        if (slot == NONE) {
            return new Unpriced(NoProbability.HISTORY_TOO_SHORT);
        }
        double movePercent = Math.abs(strike - price) / price * 100;
        double yes =
                strike > price ? share(up, slot, horizon, movePercent) : 1 - share(down, slot, horizon, movePercent);
        return new Priced(new Probability(yes), ModelName.MOVE_TABLE, inputs.basis());
    }

    /** The rows that have samples, for storing. */
    public List<MoveRow> rows() {
        List<MoveRow> rows = new ArrayList<>();
        for (int slot = 0; slot < MoveGrid.SLOTS; slot++) {
            for (int horizon = 1; horizon <= MoveGrid.HORIZONS; horizon++) {
                int row = MoveGrid.row(slot, horizon);
                if (samples[row] > 0) {
                    rows.add(new MoveRow(
                            slot == MoveGrid.BASELINE
                                    ? OptionalInt.empty()
                                    : OptionalInt.of(slot - MoveGrid.OUTERMOST_BUCKET),
                            horizon,
                            samples[row],
                            cells(up, row),
                            cells(down, row)));
                }
            }
        }
        return rows;
    }

    private int slot(Optional<Momentum> momentum, double horizonSeconds) {
        int wanted = momentum.isPresent() ? MoveGrid.slot(momentum.get().bucket()) : MoveGrid.BASELINE;
        int upperRow = Math.max(1, (int) Math.ceil(horizonSeconds / MINUTE));
        return nearest[MoveGrid.row(wanted, upperRow)];
    }

    /** On a tie the bucket farther from zero: its moves are wider, so it is the more careful one. */
    private int nearest(int wanted, int horizon, long leastSamples) {
        for (int distance = 0; wanted != MoveGrid.BASELINE && distance < MoveGrid.BASELINE; distance++) {
            int outward = wanted >= MoveGrid.OUTERMOST_BUCKET ? distance : -distance;
            if (isBucket(wanted + outward) && hasEnough(wanted + outward, horizon, leastSamples)) {
                return wanted + outward;
            }
            if (isBucket(wanted - outward) && hasEnough(wanted - outward, horizon, leastSamples)) {
                return wanted - outward;
            }
        }
        return hasEnough(MoveGrid.BASELINE, horizon, leastSamples) ? MoveGrid.BASELINE : NONE;
    }

    private static boolean isBucket(int slot) {
        return slot >= 0 && slot < MoveGrid.BASELINE;
    }

    /** A horizon between two minutes needs both rows. */
    private boolean hasEnough(int slot, int horizon, long leastSamples) {
        int row = MoveGrid.row(slot, horizon);
        return samples[row] >= leastSamples && (horizon == 1 || samples[row - 1] >= leastSamples);
    }

    private static double share(double[] shares, int slot, double horizonSeconds, double movePercent) {
        if (horizonSeconds <= MINUTE) {
            return between(shares, MoveGrid.row(slot, 1), movePercent * Math.sqrt(MINUTE / horizonSeconds));
        }
        double minutes = horizonSeconds / MINUTE;
        int lower = Math.min((int) minutes, MoveGrid.HORIZONS - 1);
        double atLower = between(shares, MoveGrid.row(slot, lower), movePercent);
        double atUpper = between(shares, MoveGrid.row(slot, lower + 1), movePercent);
        return atLower + (atUpper - atLower) * (minutes - lower);
    }

    private static double between(double[] shares, int row, double movePercent) {
        double steps = movePercent / MoveGrid.THRESHOLD_STEP_PERCENT;
        int lower = (int) Math.min(steps, MoveGrid.THRESHOLDS - 2);
        double part = Math.min(1, steps - lower);
        int cell = row * MoveGrid.THRESHOLDS + lower;
        return shares[cell] + (shares[cell + 1] - shares[cell]) * part;
    }

    private static double[] cells(double[] shares, int row) {
        double[] cells = new double[MoveGrid.THRESHOLDS];
        System.arraycopy(shares, row * MoveGrid.THRESHOLDS, cells, 0, MoveGrid.THRESHOLDS);
        return cells;
    }
}
