package io.recio.simulator.coinbase;

import io.recio.domain.time.BusinessTime;
import io.recio.simulator.price.Trade;

/**
 * The numbers of a product's events. A trade's number follows from its id, with room behind it for the order events that
 * this feed does not carry; heartbeats take their number from there. So numbers rise and skip, as on the exchange.
 */
final class Sequences {

    private static final long ROOM = 1000;

    private Sequences() {}

    static long of(Trade trade) {
        return trade.id() * ROOM;
    }

    /** A second without a trade still moves the number, as orders come and go. */
    static long ofHeartbeat(Trade last, BusinessTime at) {
        return of(last) + Math.clamp(last.at().until(at).toSeconds() + 1, 1, ROOM - 1);
    }
}
