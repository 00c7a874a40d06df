package io.recio.simulator.price;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Trades put on one symbol's tape by hand, in order of time. Safe for many threads. */
final class InjectedTicks {

    private final List<Tick> ticks = new ArrayList<>();

    /**
     * @param micros since the epoch; later than the tick before
     * @param ratio by which the tape's own prices are multiplied from then on
     */
    record Tick(long micros, Trade trade, double ratio) {}

    synchronized void add(Tick tick) {
        if (!ticks.isEmpty() && tick.micros() <= ticks.getLast().micros()) {
            throw new IllegalArgumentException("injected tick must be later than the one before, was at "
                    + tick.trade().at());
        }
        ticks.add(tick);
    }

    synchronized Tick get(int index) {
        return ticks.get(index);
    }

    /** How many are strictly earlier. */
    int countBefore(long micros) {
        return countUntil(micros - 1);
    }

    /** How many are at or before that moment. */
    synchronized int countUntil(long micros) {
        return count(index -> ticks.get(index).micros() <= micros);
    }

    /** How many have that trade number or a lower one. */
    synchronized int countUntilId(long id) {
        return count(index -> ticks.get(index).trade().id() <= id);
    }

    private int count(IntPredicate holds) {
        int low = 0;
        int high = ticks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
