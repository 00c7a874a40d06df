package io.recio.trademanager.trade;

import io.recio.domain.order.Fill;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeEvent;
import io.recio.domain.trade.TradeEvent.TradeRequested;
import io.recio.domain.trade.TradeId;
import java.util.Optional;

/**
 * A trade with its place in the log.
 *
 * @param events how many have been folded in; the next one has the next number
 * @param endedAt when nothing was at risk any more; absent while something is
 * @param changedAt when the newest event was written, real time
 */
public record LoggedTrade(Trade trade, int events, Optional<BusinessTime> endedAt, SystemTime changedAt) {

    static LoggedTrade begun(TradeRequested requested, SystemTime writtenAt) {
        return new LoggedTrade(Trade.of(requested), 1, Optional.empty(), writtenAt);
    }

    /** @throws io.recio.domain.trade.ForbiddenTradeEvent when the event contradicts what is known */
    LoggedTrade after(TradeEvent event, SystemTime writtenAt) {
        Trade next = trade.apply(event);
        Optional<BusinessTime> ended =
                next.status().isAtRisk() ? Optional.empty() : endedAt.or(() -> Optional.of(event.at()));
        return new LoggedTrade(next, events + 1, ended, writtenAt);
    }

    public TradeId id() {
        return trade.id();
    }

    public boolean isAtRisk() {
        return trade.status().isAtRisk();
    }

    /** When the first contract was bought. */
    Optional<BusinessTime> openedAt() {
        return trade.entry().fills().each().stream().findFirst().map(Fill::filledAt);
    }
}
