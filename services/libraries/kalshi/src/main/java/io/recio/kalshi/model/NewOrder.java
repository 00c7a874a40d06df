package io.recio.kalshi.model;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.order.SelfTradePrevention;
import io.recio.domain.order.TimeInForce;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * An order to place, checked for what the exchange would refuse in any case (EXCHANGES, section A9).
 *
 * @param buys the outcome bought; selling yes is buying no and the reverse
 * @param yesPrice the limit, always of yes: buying no for 0.95 is 0.05 here
 * @param reduceOnly never opens a position; immediate or cancel only
 * @param cancelOnPause a resting order dies when its market or the exchange pauses
 * @param expiresAt when a resting order dies by itself; whole seconds, good till cancelled only
 * @param group the order group that may take it down
 * @param exchangeIndex the shard of the market
 */
public record NewOrder(
        ClientOrderId clientOrderId,
        MarketTicker ticker,
        Side buys,
        Quantity quantity,
        Price yesPrice,
        TimeInForce timeInForce,
        SelfTradePrevention selfTradePrevention,
        boolean postOnly,
        boolean reduceOnly,
        boolean cancelOnPause,
        Optional<BusinessTime> expiresAt,
        Optional<OrderGroupId> group,
        int exchangeIndex) {

    public NewOrder {
        if (!quantity.isPositive()) {
            throw new IllegalArgumentException("order quantity must be positive, was " + quantity);
        }
        if (!yesPrice.isAbove(Price.ZERO) || !yesPrice.isBelow(Price.ONE)) {
            throw new IllegalArgumentException("order price must lie between 0 and 1 dollar, was " + yesPrice);
        }
        if (reduceOnly && timeInForce != TimeInForce.IMMEDIATE_OR_CANCEL) {
            throw new IllegalArgumentException("reduce-only order must be immediate or cancel, was " + timeInForce);
        }
        if (expiresAt.isPresent() && timeInForce != TimeInForce.GOOD_TILL_CANCELED) {
            throw new IllegalArgumentException("only an order good till cancelled can expire, was " + timeInForce);
        }
        if (exchangeIndex < 0) {
            throw new IllegalArgumentException("exchange index must be 0 or above, was " + exchangeIndex);
        }
    }

    /** An entry that takes what the book offers up to its limit and leaves nothing behind. */
    public static NewOrder entry(
            ClientOrderId id,
            MarketTicker ticker,
            Side buys,
            Quantity quantity,
            Price yesPrice,
            Optional<OrderGroupId> group,
            int exchangeIndex) {
        return new NewOrder(
                id,
                ticker,
                buys,
                quantity,
                yesPrice,
                TimeInForce.IMMEDIATE_OR_CANCEL,
                SelfTradePrevention.TAKER_AT_CROSS,
                false,
                false,
                false,
                Optional.empty(),
                group,
                exchangeIndex);
    }

    /** A close: reduces what is held, immediate or cancel, and goes through our own resting orders. */
    public static NewOrder close(
            ClientOrderId id, MarketTicker ticker, Side buys, Quantity quantity, Price yesPrice, int exchangeIndex) {
        return new NewOrder(
                id,
                ticker,
                buys,
                quantity,
                yesPrice,
                TimeInForce.IMMEDIATE_OR_CANCEL,
                SelfTradePrevention.MAKER,
                false,
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                exchangeIndex);
    }
}
