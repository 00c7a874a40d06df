package io.recio.domain.trade;

/** An event contradicts what the trade already is; the caller has a fault, or the record is damaged. */
public final class ForbiddenTradeEvent extends IllegalStateException {

    ForbiddenTradeEvent(TradeId id, String message) {
        super("trade " + id + " " + message);
    }
}
