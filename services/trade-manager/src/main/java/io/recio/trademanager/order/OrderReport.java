package io.recio.trademanager.order;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderStatus;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.Leg;
import io.recio.domain.trade.TradeEvent;
import io.recio.domain.trade.TradeEvent.CloseEnded;
import io.recio.domain.trade.TradeEvent.EntryEnded;
import io.recio.domain.trade.TradeEvent.EntryRejected;
import java.util.Optional;

/**
 * A final order as the executor left it.
 *
 * @param filled the largest count told, by the executor or by account sync of an order the exchange says is over
 * @param reason {@code CODE: details} of a rejection, otherwise why it ended
 */
record OrderReport(ClientOrderId order, OrderStatus status, Quantity filled, String reason) {

    /**
     * What it means for the trade; empty when the trade knows already, or when the count is older than fills we hold: then
     * the exchange's word is awaited and the leg stays in doubt.
     */
    Optional<TradeEvent> event(Leg leg, boolean entry, BusinessTime at) {
        if (!filled.isAtLeast(leg.fills().quantity())) {
            return Optional.empty();
        }
        if (leg.ended() && leg.reported().isAtLeast(filled)) {
            return Optional.empty();
        }
        if (!entry) {
            return Optional.of(new CloseEnded(order, filled, why(), at));
        }
        if (status == OrderStatus.REJECTED && filled.isZero()) {
            String[] parts = reason.split(": ", 2);
            return Optional.of(new EntryRejected(parts[0], parts.length > 1 ? parts[1] : "", at));
        }
        return Optional.of(new EntryEnded(filled, why(), at));
    }

    private String why() {
        return reason.isEmpty() ? status.name() : reason;
    }
}
