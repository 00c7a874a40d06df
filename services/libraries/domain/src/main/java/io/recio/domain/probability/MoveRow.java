package io.recio.domain.probability;

import java.util.OptionalInt;

/**
 * The cells of one momentum bucket and one horizon of a move table, as it is stored and loaded.
 *
 * @param bucket of momentum, -30 to +30; absent for the baseline over all momentum
 * @param horizonMinutes 1 to 60
 * @param samples moves counted behind each cell of the row, unweighted
 * @param up the weighted share of moves at or above +0.00, +0.05, ... +2.00 percent: 41 shares from 0 to 1
 * @param down the weighted share of moves at or below -0.00, -0.05, ... -2.00 percent: 41 shares from 0 to 1
 */
public record MoveRow(OptionalInt bucket, int horizonMinutes, long samples, double[] up, double[] down) {

    public MoveRow {
        if (bucket.isPresent() && Math.abs(bucket.getAsInt()) > MoveGrid.OUTERMOST_BUCKET) {
            throw new IllegalArgumentException("bucket must lie between -30 and 30, was " + bucket.getAsInt());
        }
        if (horizonMinutes < 1 || horizonMinutes > MoveGrid.HORIZONS) {
            throw new IllegalArgumentException("horizon must lie between 1 and 60 minutes, was " + horizonMinutes);
        }
        up = checked("up", up);
        down = checked("down", down);
    }

    @Override
    public double[] up() {
        return up.clone();
    }

    @Override
    public double[] down() {
        return down.clone();
    }

    private static double[] checked(String name, double[] shares) {
        if (shares.length != MoveGrid.THRESHOLDS) {
            throw new IllegalArgumentException(name + " must hold 41 shares, held " + shares.length);
        }
        for (double share : shares) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(name + " must hold shares between 0 and 1, held " + share);
            }
        }
        return shares.clone();
    }
}
