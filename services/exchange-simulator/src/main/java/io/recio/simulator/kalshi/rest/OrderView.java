package io.recio.simulator.kalshi.rest;

import io.recio.simulator.kalshi.exchange.AccountOrder;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An order as the wire shows it (EXCHANGES, section A8). */
@Wire
record OrderView(
        String orderId,
        String userId,
        String clientOrderId,
        String ticker,
        String side,
        String action,
        String outcomeSide,
        String bookSide,
        String type,
        String status,
        String yesPriceDollars,
        String noPriceDollars,
        String initialCountFp,
        String fillCountFp,
        String remainingCountFp,
        String takerFillCostDollars,
        String makerFillCostDollars,
        String takerFeesDollars,
        String makerFeesDollars,
        @Nullable String expirationTime,
        String createdTime,
        String lastUpdateTime,
        String selfTradePreventionType,
        @Nullable String orderGroupId,
        boolean cancelOrderOnPause,
        int subaccountNumber,
        int exchangeIndex) {

    /** The one member of the simulated exchange. */
    static final String USER = "5a1d2c3b-0000-4000-8000-000000000001";

    /** One order. */
    @Wire
    record One(OrderView order) {}

    /** A page of orders. */
    @Wire
    record Many(List<OrderView> orders, String cursor) {}

    static OrderView of(AccountOrder order) {
        return new OrderView(
                order.id(),
                USER,
                order.clientOrderId(),
                order.market().ticker().value(),
                WireText.outcome(order.side()),
                "buy",
                WireText.outcome(order.side()),
                WireText.bookSide(order.side()),
                "limit",
                status(order),
                order.yesPrice().toString(),
                order.yesPrice().complement().toString(),
                order.initial().toString(),
                order.filled().toString(),
                order.remaining().toString(),
                WireText.dollars(order.takerCost()),
                WireText.dollars(order.makerCost()),
                WireText.dollars(order.takerFees()),
                WireText.dollars(order.makerFees()),
                order.expiresAt().map(WireText::time).orElse(null),
                WireText.time(order.createdAt()),
                WireText.time(order.updatedAt()),
                order.request().selfTradePrevention().wireName(),
                order.request().groupId(),
                order.request().cancelOnPause(),
                0,
                order.market().event().series().exchangeIndex());
    }

    static String status(AccountOrder order) {
        return order.status().name().toLowerCase(Locale.ROOT);
    }
}
