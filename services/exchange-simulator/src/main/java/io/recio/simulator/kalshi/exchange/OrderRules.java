package io.recio.simulator.kalshi.exchange;

import io.recio.domain.money.Price;
import io.recio.domain.order.TimeInForce;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.Refusal.Code;
import java.util.Optional;

/** What an order must be to be taken at all (EXCHANGES, section A9). */
final class OrderRules {

    private final ExchangeConditions conditions;
    private final Account account;
    private final OrderGroups groups;

    OrderRules(ExchangeConditions conditions, Account account, OrderGroups groups) {
        this.conditions = conditions;
        this.account = account;
        this.groups = groups;
    }

    /** Refuses a new order, or finds nothing wrong with it. */
    Optional<Refusal> refusal(NewOrder request, HourlyMarket market, BusinessTime now) {
        return open(market, now)
                .or(() -> form(request, market, now))
                .or(() -> duplicate(request))
                .or(() -> group(request));
    }

    /** Refuses any order call while the market or the exchange does not take it. */
    Optional<Refusal> open(HourlyMarket market, BusinessTime now) {
        return cancellable(market, now)
                .or(() -> when(
                        !conditions.isTradingActive(market.event().series().exchangeIndex()),
                        Code.TRADING_PAUSED,
                        "trading is paused on exchange index %s",
                        market.event().series().exchangeIndex()));
    }

    /** Refuses a cancel while the market or the exchange does not take it. */
    Optional<Refusal> cancellable(HourlyMarket market, BusinessTime now) {
        return when(!conditions.isExchangeActive(), Code.EXCHANGE_PAUSED, "the exchange is paused")
                .or(() -> when(
                        !market.isActive() || !now.isBefore(market.event().closesAt()),
                        Code.MARKET_INACTIVE,
                        "market %s is not active",
                        market.ticker()));
    }

    /** Refuses a price that is not on the market's grid. */
    Optional<Refusal> price(HourlyMarket market, Price yesPrice) {
        return when(
                !market.grid().contains(yesPrice),
                Code.INVALID_ORDER,
                "price must lie on the grid of %s, was %s",
                market.ticker(),
                yesPrice);
    }

    private Optional<Refusal> form(NewOrder request, HourlyMarket market, BusinessTime now) {
        boolean rests = request.timeInForce() == TimeInForce.GOOD_TILL_CANCELED;
        BusinessTime expiresAt = request.expiresAt();
        return when(request.count().isZero(), Code.INVALID_ORDER_SIZE, "count must be positive, was 0")
                .or(() -> price(market, request.yesPrice()))
                .or(() -> when(request.postOnly() && !rests, Code.INVALID_ORDER, "post only needs good_till_canceled"))
                .or(() -> when(
                        request.reduceOnly() && request.timeInForce() != TimeInForce.IMMEDIATE_OR_CANCEL,
                        Code.INVALID_ORDER,
                        "reduce only needs immediate_or_cancel"))
                .or(() -> when(
                        expiresAt != null && !rests, Code.INVALID_ORDER, "expiration_time needs good_till_canceled"))
                .or(() -> when(
                        expiresAt != null && !expiresAt.isAfter(now),
                        Code.INVALID_ORDER,
                        "expiration_time must be in the future, was %s",
                        expiresAt))
                .or(() -> when(
                        request.postOnly() && market.book().crosses(request.side(), request.sidePrice()),
                        Code.INVALID_ORDER,
                        "post only cross"));
    }

    private Optional<Refusal> duplicate(NewOrder request) {
        return account.orderOf(request.clientOrderId())
                .filter(known -> known.isResting() || !conditions.areFinalIdsReusable())
                .map(known ->
                        Refusal.of(Code.ORDER_ALREADY_EXISTS, "client_order_id %s is taken", request.clientOrderId()));
    }

    private Optional<Refusal> group(NewOrder request) {
        String groupId = request.groupId();
        if (groupId == null) {
            return Optional.empty();
        }
        Optional<OrderGroup> group = groups.find(groupId);
        return group.isEmpty()
                ? Optional.of(Refusal.of(Code.NOT_FOUND, "order group %s is not known", groupId))
                : when(group.get().isTriggered(), Code.ORDER_GROUP_TRIGGERED, "order group %s is triggered", groupId);
    }

    private static Optional<Refusal> when(boolean broken, Code code, String details, Object... found) {
        return broken ? Optional.of(Refusal.of(code, details, found)) : Optional.empty();
    }
}
