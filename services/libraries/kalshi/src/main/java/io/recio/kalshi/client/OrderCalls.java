package io.recio.kalshi.client;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.limits.Charge;
import io.recio.kalshi.model.CancelReceipt;
import io.recio.kalshi.model.ChangeReceipt;
import io.recio.kalshi.model.NewOrder;
import io.recio.kalshi.model.OrderReceipt;
import io.recio.kalshi.parser.OrderParser;
import io.recio.kalshi.parser.Sides;
import io.recio.kalshi.wire.WireOrders;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Writes to the book (V2 order calls). Each is sent at most once; see {@link WriteResult} for what the answers mean.
 *
 * <p>Closes and cancels go before entries in the rate budget.
 */
public final class OrderCalls {

    /** Where new orders are posted, below the base address. */
    public static final String CREATE_PATH = "/portfolio/events/orders";

    private static final String ORDERS = CREATE_PATH;

    /** As long as for the answer. */
    private static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();

    private final CallRunner calls;

    OrderCalls(CallRunner calls) {
        this.calls = calls;
    }

    /**
     * Places an order, once.
     *
     * @param permit the last check before the first byte
     */
    public WriteResult<OrderReceipt> create(NewOrder order, SendPermit permit) {
        return create(order, permit, FOR_EVER);
    }

    /**
     * Places an order, once, unless the rate budget would make it wait too long.
     *
     * @param permit the last check before the first byte
     * @param tokenPatience how long it may wait for tokens; then it is not sent
     */
    public WriteResult<OrderReceipt> create(NewOrder order, SendPermit permit, Duration tokenPatience) {
        Charge charge =
                order.reduceOnly() ? Charge.urgentWrite(order.exchangeIndex()) : Charge.write(order.exchangeIndex());
        return calls.write(
                Call.write(HttpMethod.POST, ORDERS, charge)
                        .withBody(OrderParser.create(order))
                        .waitingForTokens(tokenPatience),
                permit,
                WireOrders.Created.class,
                wire -> OrderParser.created(order, wire));
    }

    /** Cancels what still rests. 404 ({@link WriteResult.Rejected#isNotFound}) means that nothing rests there. */
    public WriteResult<CancelReceipt> cancel(ExchangeOrderId id, MarketTicker ticker, int exchangeIndex) {
        return calls.write(
                Call.write(HttpMethod.DELETE, path(id), Charge.cancel(exchangeIndex))
                        .with("market_ticker", ticker)
                        .with("exchange_index", exchangeIndex),
                SendPermit.ALWAYS,
                WireOrders.Cancelled.class,
                OrderParser::cancelled);
    }

    /** Cancels everything that rests, and what is placed within the next minute (EXCHANGES, "3.30"). */
    public WriteResult<Boolean> cancelAll() {
        return calls.write(
                Call.write(HttpMethod.DELETE, ORDERS, Charge.cancel(0)),
                SendPermit.ALWAYS,
                WireOrders.Empty.class,
                wire -> true);
    }

    /** Lowers the resting count to {@code remaining}; the place in the queue stays. */
    public WriteResult<ChangeReceipt> decreaseTo(
            ExchangeOrderId id, MarketTicker ticker, int exchangeIndex, Quantity remaining) {
        return calls.write(
                Call.write(HttpMethod.POST, path(id) + "/decrease", Charge.urgentWrite(exchangeIndex))
                        .withBody(new WireOrders.Decrease(null, remaining.toString(), exchangeIndex, ticker.value())),
                SendPermit.ALWAYS,
                WireOrders.Changed.class,
                OrderParser::changed);
    }

    /**
     * Changes a resting order.
     *
     * @param bought the outcome the order buys, as placed
     * @param total already filled plus what shall rest
     * @param expiresAt empty: stays as it is; when nothing else changes the order keeps its place
     * @param permit the last check before the first byte
     */
    public WriteResult<ChangeReceipt> amend(
            ExchangeOrderId id,
            MarketTicker ticker,
            Side bought,
            Price yesPrice,
            Quantity total,
            Optional<BusinessTime> expiresAt,
            int exchangeIndex,
            SendPermit permit) {
        WireOrders.Amend body = new WireOrders.Amend(
                ticker.value(),
                Sides.bookSide(bought),
                yesPrice.toString(),
                total.toString(),
                null,
                null,
                expiresAt.map(BusinessTime::epochSecond).orElse(null),
                exchangeIndex);
        return calls.write(
                Call.write(HttpMethod.POST, path(id) + "/amend", Charge.write(exchangeIndex))
                        .withBody(body),
                permit,
                WireOrders.Changed.class,
                OrderParser::changed);
    }

    private static String path(ExchangeOrderId id) {
        return ORDERS + "/" + Call.encode(id.value());
    }
}
