package io.recio.domain.order;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.SystemTime;
import java.util.Optional;

/**
 * What we mean to send, written down before it is sent (DESIGN, section 4).
 *
 * <p>A close is immediate-or-cancel, reduce-only, outside any group, and cancels our resting order when the two meet; an
 * entry gives way. Both are checked at birth.
 *
 * @param yesPrice the limit, always the price of yes
 * @param group the hour's order group; entries only
 * @param shard the exchange index of the market (EXCHANGES, section A10)
 * @param deadline the last moment at which it may be sent; every entry has one, a close need not
 */
public record OrderIntent(
        ClientOrderId clientOrderId,
        MarketTicker ticker,
        BookSide bookSide,
        Quantity count,
        Price yesPrice,
        TimeInForce timeInForce,
        boolean reduceOnly,
        SelfTradePrevention selfTradePrevention,
        Optional<OrderGroupId> group,
        int shard,
        OrderPurpose purpose,
        Optional<SystemTime> deadline) {

    public OrderIntent {
        require(count.isPositive(), "order count must be positive, was " + count);
        require(
                yesPrice.isAbove(Price.ZERO) && yesPrice.isBelow(Price.ONE),
                "order price must lie between 0 and 1 dollar, both excluded, was " + yesPrice);
        require(shard >= 0, "shard must not be negative, was " + shard);
        switch (purpose) {
            case ENTRY -> {
                require(!reduceOnly, "an entry must not be reduce-only");
                require(
                        selfTradePrevention == SelfTradePrevention.TAKER_AT_CROSS,
                        "an entry must prevent self-trades by TAKER_AT_CROSS, was " + selfTradePrevention);
                require(deadline.isPresent(), "an entry must have a deadline, had none");
            }
            case CLOSE -> {
                require(reduceOnly, "a close must be reduce-only");
                require(
                        timeInForce == TimeInForce.IMMEDIATE_OR_CANCEL,
                        "a close must be IMMEDIATE_OR_CANCEL, was " + timeInForce);
                require(
                        selfTradePrevention == SelfTradePrevention.MAKER,
                        "a close must prevent self-trades by MAKER, was " + selfTradePrevention);
                require(group.isEmpty(), "a close must not carry an order group");
            }
        }
    }

    /** An immediate-or-cancel entry. */
    public static OrderIntent entry(
            ClientOrderId id,
            MarketTicker ticker,
            BookSide bookSide,
            Quantity count,
            Price yesPrice,
            Optional<OrderGroupId> group,
            int shard,
            SystemTime deadline) {
        return new OrderIntent(
                id,
                ticker,
                bookSide,
                count,
                yesPrice,
                TimeInForce.IMMEDIATE_OR_CANCEL,
                false,
                SelfTradePrevention.TAKER_AT_CROSS,
                group,
                shard,
                OrderPurpose.ENTRY,
                Optional.of(deadline));
    }

    /** A close, without a deadline. */
    public static OrderIntent close(
            ClientOrderId id, MarketTicker ticker, BookSide bookSide, Quantity count, Price yesPrice, int shard) {
        return new OrderIntent(
                id,
                ticker,
                bookSide,
                count,
                yesPrice,
                TimeInForce.IMMEDIATE_OR_CANCEL,
                true,
                SelfTradePrevention.MAKER,
                Optional.empty(),
                shard,
                OrderPurpose.CLOSE,
                Optional.empty());
    }

    /** The same entry, whose rest may wait in the book. */
    public OrderIntent resting() {
        return new OrderIntent(
                clientOrderId,
                ticker,
                bookSide,
                count,
                yesPrice,
                TimeInForce.GOOD_TILL_CANCELED,
                reduceOnly,
                selfTradePrevention,
                group,
                shard,
                purpose,
                deadline);
    }

    /** Whether what is not filled at once waits in the book. */
    public boolean mayRest() {
        return timeInForce == TimeInForce.GOOD_TILL_CANCELED;
    }

    /** The same entry as a member of the group; the exchange takes it down with the others. */
    public OrderIntent carrying(OrderGroupId member) {
        return new OrderIntent(
                clientOrderId,
                ticker,
                bookSide,
                count,
                yesPrice,
                timeInForce,
                reduceOnly,
                selfTradePrevention,
                Optional.of(member),
                shard,
                purpose,
                deadline);
    }

    /** The limit as the price of the outcome the order buys. */
    public Price boughtPrice() {
        return bookSide == BookSide.BID ? yesPrice : yesPrice.complement();
    }

    /** Whether it is too late to send it. */
    public boolean isOverdue(SystemTime now) {
        return deadline.filter(last -> now.isAfter(last)).isPresent();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
