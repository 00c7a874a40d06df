package io.recio.tradeexecutor.exchange;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.client.AccountQuery;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.client.WriteResult;
import io.recio.kalshi.errors.KalshiException;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.NewOrder;
import io.recio.kalshi.model.OrderReceipt;
import io.recio.tradeexecutor.ExecutorConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Kalshi's Trade API behind the port. */
@Singleton
class KalshiExchange implements Exchange {

    private final KalshiRest rest;
    private final ExecutorConfig config;

    KalshiExchange(KalshiRest rest, ExecutorConfig config) {
        this.rest = rest.within(config.requestTimeout());
        this.config = config;
    }

    @Override
    public SendOutcome send(OrderIntent intent, BooleanSupplier mayWrite) {
        return switch (rest.orders().create(newOrder(intent), mayWrite::getAsBoolean)) {
            case WriteResult.Accepted<OrderReceipt>(var receipt) ->
                new Placed(receipt.id(), receipt.filled(), receipt.remaining());
            case WriteResult.Rejected<OrderReceipt> rejected ->
                new Refused(
                        rejected.error().code().isEmpty()
                                ? "http_" + rejected.status()
                                : rejected.error().code(),
                        rejected.error().message() + " " + rejected.error().details(),
                        rejected.isAuthentication());
            case WriteResult.InDoubt<OrderReceipt>(var doubt, var detail) -> new Unknown(doubt + ": " + detail);
            case WriteResult.NotSent<OrderReceipt>(var reason, var detail) -> new Unsent(reason + ": " + detail);
        };
    }

    @Override
    public Scan scan(ClientOrderId id, MarketTicker ticker) {
        try {
            SystemTime visibleUntil = rest.exchange().userDataTimestamp();
            Optional<AccountOrder> order = rest.portfolio().orders(AccountQuery.ALL.of(ticker)).stream()
                    .filter(each -> each.clientOrderId().filter(id::equals).isPresent())
                    .findFirst();
            return new Scan(order.map(KalshiExchange::found), visibleUntil);
        } catch (KalshiException e) {
            throw new ExchangeAway("scan of " + ticker + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean cancel(ExchangeOrderId id, MarketTicker ticker, int shard) {
        return rest.orders().cancel(id, ticker, shard) instanceof WriteResult.Accepted<?>;
    }

    @Override
    public void proveAccess() {
        try {
            rest.portfolio().balance();
            Duration skew = rest.exchange().clockSkew();
            if (skew.abs().compareTo(config.clockSkewLimit()) > 0) {
                throw new ExchangeAway("clock must agree with the exchange's within "
                        + config.clockSkewLimit().toMillis() + " ms, was off by " + skew.toMillis() + " ms");
            }
        } catch (KalshiException e) {
            throw new ExchangeAway("account cannot be reached: " + e.getMessage(), e);
        }
    }

    private static Found found(AccountOrder order) {
        return new Found(
                order.id(), order.filled(), order.remaining(), order.state().isFinal());
    }

    private static NewOrder newOrder(OrderIntent intent) {
        return new NewOrder(
                intent.clientOrderId(),
                intent.ticker(),
                intent.bookSide().boughtSide(),
                intent.count(),
                intent.yesPrice(),
                intent.timeInForce(),
                intent.selfTradePrevention(),
                false,
                intent.reduceOnly(),
                false,
                Optional.empty(),
                intent.group(),
                intent.shard());
    }
}
