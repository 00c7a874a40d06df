package io.recio.kalshi.parser;

import static io.recio.kalshi.parser.Fields.required;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.order.SelfTradePrevention;
import io.recio.domain.order.TimeInForce;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.model.CancelReceipt;
import io.recio.kalshi.model.ChangeReceipt;
import io.recio.kalshi.model.NewOrder;
import io.recio.kalshi.model.OrderGroup;
import io.recio.kalshi.model.OrderReceipt;
import io.recio.kalshi.wire.WireOrders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** New orders to their payload; answers of the order calls to receipts. */
public final class OrderParser {

    private OrderParser() {}

    public static WireOrders.Create create(NewOrder order) {
        return new WireOrders.Create(
                order.ticker().value(),
                order.clientOrderId().value(),
                Sides.bookSide(order.buys()),
                order.quantity().toString(),
                order.yesPrice().toString(),
                timeInForce(order.timeInForce()),
                selfTradePrevention(order.selfTradePrevention()),
                order.expiresAt().map(BusinessTime::epochSecond).orElse(null),
                order.postOnly() ? true : null,
                order.reduceOnly() ? true : null,
                order.cancelOnPause() ? true : null,
                order.group().map(OrderGroupId::value).orElse(null),
                order.exchangeIndex());
    }

    /** @throws UnreadableAnswer when the receipt is of another order than the one sent */
    public static OrderReceipt created(NewOrder order, WireOrders.Created wire) {
        if (wire.clientOrderId() != null
                && !wire.clientOrderId().equals(order.clientOrderId().value())) {
            throw new UnreadableAnswer(
                    "receipt must be of order " + order.clientOrderId() + ", was of " + wire.clientOrderId());
        }
        return new OrderReceipt(
                PortfolioParser.orderId(wire.orderId()),
                Fields.quantity("fill_count", wire.fillCount()),
                Fields.quantity("remaining_count", wire.remainingCount()),
                Fields.optional("average_fill_price", wire.averageFillPrice(), BigDecimal::new),
                Fields.optional("average_fee_paid", wire.averageFeePaid(), BigDecimal::new),
                Fields.optionalUnix(wire.tsMs()));
    }

    public static CancelReceipt cancelled(WireOrders.Cancelled wire) {
        return new CancelReceipt(
                PortfolioParser.orderId(wire.orderId()),
                Fields.quantity("reduced_by", wire.reducedBy()),
                Fields.optionalUnix(wire.tsMs()));
    }

    public static ChangeReceipt changed(WireOrders.Changed wire) {
        return new ChangeReceipt(
                PortfolioParser.orderId(wire.orderId()),
                Fields.optional("remaining_count", wire.remainingCount(), Quantity::of),
                Fields.optional("fill_count", wire.fillCount(), Quantity::of),
                Fields.optionalUnix(wire.tsMs()));
    }

    public static OrderGroupId groupCreated(WireOrders.GroupCreated wire) {
        return groupId(wire.orderGroupId());
    }

    public static OrderGroup group(WireOrders.Group wire) {
        return new OrderGroup(
                groupId(wire.id()),
                required("is_auto_cancel_enabled", wire.isAutoCancelEnabled()),
                Fields.optional("contracts_limit_fp", wire.contractsLimitFp(), Quantity::of),
                Optional.ofNullable(wire.exchangeIndex()),
                List.of());
    }

    public static OrderGroup group(OrderGroupId id, WireOrders.GroupAnswer wire) {
        return new OrderGroup(
                id,
                required("is_auto_cancel_enabled", wire.isAutoCancelEnabled()),
                Fields.optional("contracts_limit_fp", wire.contractsLimitFp(), Quantity::of),
                Optional.ofNullable(wire.exchangeIndex()),
                required("orders", wire.orders()).stream()
                        .map(ExchangeOrderId::new)
                        .toList());
    }

    private static OrderGroupId groupId(@Nullable String text) {
        return Fields.parsed("order_group_id", text, OrderGroupId::new);
    }

    private static String timeInForce(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case FILL_OR_KILL -> "fill_or_kill";
            case IMMEDIATE_OR_CANCEL -> "immediate_or_cancel";
            case GOOD_TILL_CANCELED -> "good_till_canceled";
        };
    }

    private static String selfTradePrevention(SelfTradePrevention prevention) {
        return switch (prevention) {
            case TAKER_AT_CROSS -> "taker_at_cross";
            case MAKER -> "maker";
        };
    }
}
