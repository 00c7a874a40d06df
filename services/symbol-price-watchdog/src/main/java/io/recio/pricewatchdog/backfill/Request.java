package io.recio.pricewatchdog.backfill;

import io.recio.domain.time.BusinessTime;

/** What to ask the exchange for. */
public sealed interface Request {

    /**
     * Trades, the newest pages first.
     *
     * @param from the lowest id wanted, {@code to} the highest
     * @param notBefore trades before this moment are not wanted, but for the one that carries its price into it
     */
    record Trades(long from, long to, BusinessTime notBefore) implements Request {}

    /** Finished minutes from the first moment up to the last, excluded. */
    record Candles(BusinessTime from, BusinessTime to) implements Request {}
}
