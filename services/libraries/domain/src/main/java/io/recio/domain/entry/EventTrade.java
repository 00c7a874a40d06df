package io.recio.domain.entry;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.trade.TradeStatus;

/** A trade of the event, as far as another entry cares; manual ones count alike. */
public record EventTrade(MarketTicker ticker, Side side, TradeStatus status) {

    /** Whether anything was, or may have been, bought. */
    boolean wasEntered() {
        return switch (status) {
            case PENDING, OPEN, CLOSING, EXPIRED, CLOSED -> true;
            case DENIED, REJECTED, MISSED -> false;
        };
    }
}
