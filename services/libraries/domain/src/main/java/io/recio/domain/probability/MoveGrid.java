package io.recio.domain.probability;

import io.recio.domain.price.Momentum;

/** The dimensions that the move table and its builder share, and where a cell lies in a flat array. */
final class MoveGrid {

    static final int HORIZONS = 60;
    static final int THRESHOLDS = 41;
    static final double THRESHOLD_STEP_PERCENT = 0.05;
    static final int OUTERMOST_BUCKET = Momentum.OUTERMOST_BUCKET;

    /** The slot of the baseline; momentum buckets take those before it. */
    static final int BASELINE = 2 * OUTERMOST_BUCKET + 1;

    static final int SLOTS = BASELINE + 1;
    static final int ROWS = SLOTS * HORIZONS;

    private MoveGrid() {}

    static int slot(int bucket) {
        return bucket + OUTERMOST_BUCKET;
    }

    static int row(int slot, int horizonMinutes) {
        return slot * HORIZONS + horizonMinutes - 1;
    }
}
