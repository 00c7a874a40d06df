package io.recio.kalshi.model;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * One of the account's orders as the exchange has it; also those placed by other hands.
 *
 * @param clientOrderId empty when the order has none, or one that cannot be ours
 * @param boughtSide the outcome the order buys; empty when the exchange does not say
 * @param yesPrice the limit, always of yes; empty when the exchange gives none
 * @param fillCost paid for what is filled, fees left out
 * @param updateReason why it last changed, in the exchange's words ({@code SelfTradeCancel}, …); WebSocket only
 */
public record AccountOrder(
        ExchangeOrderId id,
        Optional<ClientOrderId> clientOrderId,
        MarketTicker ticker,
        Optional<Side> boughtSide,
        OrderState state,
        Optional<Price> yesPrice,
        Quantity initial,
        Quantity filled,
        Quantity remaining,
        Money fillCost,
        Money fees,
        Optional<OrderGroupId> group,
        Optional<Integer> exchangeIndex,
        Optional<BusinessTime> createdAt,
        Optional<BusinessTime> updatedAt,
        Optional<BusinessTime> expiresAt,
        Optional<String> updateReason) {}
