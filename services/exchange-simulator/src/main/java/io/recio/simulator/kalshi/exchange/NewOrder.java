package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.TimeInForce;
import io.recio.domain.time.BusinessTime;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for (EXCHANGES, section A9).
 *
 * @param clientOrderId empty when the client gave none
 * @param side the outcome to buy: {@code bid} is yes, {@code ask} is no
 * @param yesPrice always the price of yes
 * @param exchangeIndex the shard, {@link #AUTO_ROUTE} to go where the market is
 */
public record NewOrder(
        MarketTicker ticker,
        String clientOrderId,
        Side side,
        Quantity count,
        Price yesPrice,
        TimeInForce timeInForce,
        SelfTradePrevention selfTradePrevention,
        boolean postOnly,
        boolean reduceOnly,
        boolean cancelOnPause,
        @Nullable BusinessTime expiresAt,
        @Nullable String groupId,
        int exchangeIndex) {

    public static final int AUTO_ROUTE = -1;

    /** The price of the outcome to buy. */
    Price sidePrice() {
        return side == Side.YES ? yesPrice : yesPrice.complement();
    }
}
