package io.recio.localstack.chaos.house;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.time.BusinessTime;
import io.recio.tradeexecutor.exchange.Exchange;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Broken: what is not answered is sent again at once. */
final class ResendingExchange implements Exchange {

    private final Exchange real;
    private final UnaryOperator<ClientOrderId> nextId;

    private ResendingExchange(Exchange real, UnaryOperator<ClientOrderId> nextId) {
        this.real = real;
        this.nextId = nextId;
    }

    /** Takes a timeout for a refusal: a new try is a new order. */
    static ResendingExchange underANewId(Exchange real) {
        return new ResendingExchange(real, id -> new ClientOrderId(id.value() + "-again"));
    }

    /** Leaves it to the exchange to know an order it has had. */
    static ResendingExchange underTheSameId(Exchange real) {
        return new ResendingExchange(real, UnaryOperator.identity());
    }

    @Override
    public SendOutcome send(OrderIntent intent, Optional<BusinessTime> expiresAt, BooleanSupplier mayWrite) {
        SendOutcome outcome = real.send(intent, expiresAt, mayWrite);
        return outcome instanceof Unknown ? real.send(again(intent), expiresAt, mayWrite) : outcome;
    }

    @Override
    public boolean renew(ExchangeOrderId id, OrderIntent intent, BusinessTime expiresAt, BooleanSupplier mayWrite) {
        return real.renew(id, intent, expiresAt, mayWrite);
    }

    @Override
    public Scan scan(ClientOrderId id, Optional<ExchangeOrderId> exchangeId, MarketTicker ticker) {
        return real.scan(id, exchangeId, ticker);
    }

    @Override
    public CancelOutcome cancel(ExchangeOrderId id, MarketTicker ticker, int shard) {
        return real.cancel(id, ticker, shard);
    }

    @Override
    public void proveAccess() {
        real.proveAccess();
    }

    private OrderIntent again(OrderIntent intent) {
        return new OrderIntent(
                nextId.apply(intent.clientOrderId()),
                intent.ticker(),
                intent.bookSide(),
                intent.count(),
                intent.yesPrice(),
                intent.timeInForce(),
                intent.reduceOnly(),
                intent.selfTradePrevention(),
                intent.group(),
                intent.shard(),
                intent.purpose(),
                intent.deadline());
    }
}
