package io.recio.trademanager.fill;

import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.time.SystemTime;
import io.recio.domain.trade.TradeEvent;
import io.recio.domain.trade.TradeEvent.CloseFilled;
import io.recio.domain.trade.TradeEvent.EntryFilled;
import io.recio.domain.trade.TradeId;
import java.util.Optional;

/**
 * A fill that is not booked yet.
 *
 * @param recordedAt when account sync wrote it, real time
 * @param owner empty while no order of ours explains it
 */
record ArrivedFill(Fill fill, SystemTime recordedAt, Optional<Owner> owner) {

    /** The order of ours it belongs to. */
    record Owner(TradeId trade, ClientOrderId order, boolean entry) {

        TradeEvent event(Fill fill) {
            return entry ? new EntryFilled(fill, fill.filledAt()) : new CloseFilled(order, fill, fill.filledAt());
        }
    }
}
