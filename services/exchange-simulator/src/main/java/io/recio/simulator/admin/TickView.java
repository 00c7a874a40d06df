package io.recio.simulator.admin;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.simulator.bench.TickSent;

/** @param nanos monotonic clock of the simulator's process when it was sent */
@RegisterForReflection
record TickView(String symbol, long tradeId, String priceDollars, long nanos) {

    static TickView of(TickSent tick) {
        return new TickView(tick.symbol().value(), tick.tradeId(), tick.price().toString(), tick.nanos());
    }
}
