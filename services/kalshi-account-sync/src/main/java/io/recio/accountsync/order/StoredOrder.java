package io.recio.accountsync.order;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * A row of {@code account.orders}.
 *
 * @param status in the exchange's small letters: resting, canceled, executed; unknown until one of these is heard
 * @param updateReason the exchange's last word on why it changed
 */
public record StoredOrder(
        ExchangeOrderId id,
        Optional<ClientOrderId> clientOrderId,
        MarketTicker ticker,
        Side boughtSide,
        String status,
        Price yesPrice,
        Quantity initial,
        Quantity filled,
        Quantity remaining,
        BusinessTime createdAt,
        Optional<String> updateReason) {

    /** Whether nothing more can happen to the order. */
    public boolean isFinal() {
        return status.equals("canceled") || status.equals("executed");
    }
}
