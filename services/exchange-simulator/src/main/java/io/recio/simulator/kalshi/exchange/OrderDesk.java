package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.TimeInForce;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.AccountOrder.Reason;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.OrderChanged;
import io.recio.simulator.kalshi.exchange.Outcome.Accepted;
import io.recio.simulator.kalshi.exchange.Outcome.Cancelled;
import io.recio.simulator.kalshi.exchange.Outcome.Refused;
import io.recio.simulator.kalshi.exchange.Refusal.Code;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the account's orders: places and cancels them. Used under the lock of the exchange. */
public final class OrderDesk {

    private final Account account;
    private final Markets markets;
    private final OrderRules rules;
    private final Matcher matcher;
    private final Ids ids;
    private final Consumer<ExchangeEvent> outbox;

    OrderDesk(
            Account account,
            Markets markets,
            OrderRules rules,
            Matcher matcher,
            Ids ids,
            Consumer<ExchangeEvent> outbox) {
        this.account = account;
        this.markets = markets;
        this.rules = rules;
        this.matcher = matcher;
        this.ids = ids;
        this.outbox = outbox;
    }

    /**
     * Takes an order, matches it, lets the rest wait or cancels it.
     *
     * @param mostFilled what an order that does not rest may fill at most, when something forces it to stay partial
     */
    public Outcome place(NewOrder request, Optional<Quantity> mostFilled, BusinessTime now) {
        Optional<HourlyMarket> market = markets.on(request.ticker(), request.exchangeIndex());
        if (market.isEmpty()) {
            return refused(Code.NOT_FOUND, "market %s is not on that exchange index", request.ticker());
        }
        Optional<Refusal> refusal = rules.refusal(request, market.get(), now);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        AccountOrder order = new AccountOrder(
                ids.next(), account.orders().size() + 1L, market.get(), request, account.newMeter(market.get()), now);
        Quantity wanted = request.reduceOnly() ? reducible(request) : request.count();
        if (isBeyondMeans(order, wanted)) {
            return refused(
                    Code.INSUFFICIENT_BALANCE,
                    "order needs more than the %s available on exchange index %s",
                    account.available(shard(order)),
                    shard(order));
        }
        account.add(order);
        boolean rests = request.timeInForce() == TimeInForce.GOOD_TILL_CANCELED;
        return match(order, rests ? wanted : wanted.min(mostFilled.orElse(wanted)), now);
    }

    /**
     * Cancels a resting order.
     *
     * @param exchangeIndex the shard to look on; an order on another one is not found
     */
    public Outcome cancel(String orderId, int exchangeIndex, BusinessTime now) {
        Optional<AccountOrder> found = resting(orderId, exchangeIndex);
        if (found.isEmpty()) {
            return refused(Code.NOT_FOUND, "order %s is not resting on exchange index %s", orderId, exchangeIndex);
        }
        Optional<Refusal> refusal = rules.cancellable(found.get().market(), now);
        return refusal.isPresent()
                ? new Refused(refusal.get())
                : new Cancelled(found.get(), matcher.cancel(found.get(), Reason.CANCEL, now));
    }

    /** Cancels all that rests on markets that still take cancels. */
    public List<AccountOrder> cancelAll(BusinessTime now) {
        List<AccountOrder> cancelled = account.restingOrders().stream()
                .filter(order -> rules.cancellable(order.market(), now).isEmpty())
                .toList();
        cancelled.forEach(order -> matcher.cancel(order, Reason.CANCEL, now));
        return cancelled;
    }

    /** The shard a market is on, for calls that are routed by ticker. */
    public Optional<Integer> shardOf(MarketTicker ticker) {
        return markets.find(ticker).map(market -> market.event().series().exchangeIndex());
    }

    Optional<AccountOrder> resting(String orderId, int exchangeIndex) {
        return account.order(orderId).filter(AccountOrder::isResting).filter(order -> shard(order) == exchangeIndex);
    }

    /** Matches an order that is in no book, then lets it wait or ends it. */
    Accepted match(AccountOrder order, Quantity most, BusinessTime now) {
        TimeInForce timeInForce = order.request().timeInForce();
        if (timeInForce == TimeInForce.FILL_OR_KILL && !fillsWhole(order)) {
            end(order, Reason.CANCEL, now);
            return new Accepted(order, List.of());
        }
        Matcher.Match match = matcher.take(order, most, now);
        if (order.remaining().isPositive()) {
            if (match.stoppedBy().isPresent()) {
                end(order, match.stoppedBy().get(), now);
            } else if (timeInForce == TimeInForce.GOOD_TILL_CANCELED) {
                matcher.rest(order, now);
                outbox.accept(new OrderChanged(order, now));
            } else {
                end(order, order.request().reduceOnly() ? Reason.REDUCE_ONLY_CANCEL : Reason.CANCEL, now);
            }
        }
        return new Accepted(order, match.fills());
    }

    /** Whether the account cannot pay for that much of the order at its limit. */
    boolean isBeyondMeans(AccountOrder order, Quantity quantity) {
        boolean crosses = order.market().book().crosses(order.side(), order.sidePrice());
        Money change = account.worstChange(order, order.sidePrice(), quantity, crosses);
        return change.isNegative()
                && account.available(shard(order)).plus(change).isNegative();
    }

    private void end(AccountOrder order, Reason why, BusinessTime now) {
        order.cancel(why, now);
        outbox.accept(new OrderChanged(order, now));
    }

    private Quantity reducible(NewOrder request) {
        return account.position(request.ticker())
                .map(position -> position.held(request.side().opposite()))
                .orElse(Quantity.ZERO)
                .min(request.count());
    }

    /** One that would meet an order of its own acts as immediate-or-cancel (EXCHANGES, section A9). */
    private static boolean fillsWhole(AccountOrder order) {
        MarketBook book = order.market().book();
        boolean meetsOwn = book.levels(order.side().opposite()).stream()
                .filter(level -> !level.price().isBelow(order.sidePrice().complement()))
                .anyMatch(level -> !level.own().isEmpty());
        return meetsOwn || book.depth(order.side(), order.sidePrice()).isAtLeast(order.remaining());
    }

    private static int shard(AccountOrder order) {
        return order.market().event().series().exchangeIndex();
    }

    private static Refused refused(Code code, String details, Object... found) {
        return new Refused(Refusal.of(code, details, found));
    }
}
