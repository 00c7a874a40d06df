package io.recio.mainapp.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a symbol's price went, the oldest step first; business times, steps of equal length.
 *
 * @param stepSeconds how long a step is
 */
record PriceHistoryView(String symbol, int stepSeconds, List<Step> steps) {

    PriceHistoryView {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param at where it begins
     * @param indexDollars the settlement index at its end, where known
     * @param momentum at its end, weighted percent
     */
    record Step(
            Instant at,
            String openDollars,
            String highDollars,
            String lowDollars,
            String closeDollars,
            @Nullable String indexDollars,
            @Nullable Double momentum) {}
}
