package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.AccountOrder.Reason;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.OrderChanged;
import io.recio.simulator.kalshi.exchange.Outcome.Accepted;
import io.recio.simulator.kalshi.exchange.Outcome.Refused;
import io.recio.simulator.kalshi.exchange.Refusal.Code;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes resting orders: smaller in place, or dearer, larger and later. Used under the lock of the exchange. */
public final class AmendDesk {

    /**
     * What an order is to become.
     *
     * @param count what is filled and what shall rest together
     * @param clientOrderId the identifier it has, when the client says so
     * @param newClientOrderId the identifier it gets, when it changes
     * @param expiry the new expiration; absent keeps the old one
     */
    public record Amendment(
            MarketTicker ticker,
            Side side,
            Price yesPrice,
            Quantity count,
            @Nullable String clientOrderId,
            @Nullable String newClientOrderId,
            Optional<Expiry> expiry) {}

    /** When an order shall expire; never, when there is no moment. */
    public record Expiry(Optional<BusinessTime> at) {}

    private final Account account;
    private final OrderDesk desk;
    private final OrderRules rules;
    private final Matcher matcher;
    private final Consumer<ExchangeEvent> outbox;

    AmendDesk(Account account, OrderDesk desk, OrderRules rules, Matcher matcher, Consumer<ExchangeEvent> outbox) {
        this.account = account;
        this.desk = desk;
        this.rules = rules;
        this.matcher = matcher;
        this.outbox = outbox;
    }

    /** Makes a resting order smaller, by or to a quantity; nothing left cancels it. It keeps its place. */
    public Outcome decrease(
            String orderId, int exchangeIndex, @Nullable Quantity by, @Nullable Quantity to, BusinessTime now) {
        Optional<AccountOrder> found = desk.resting(orderId, exchangeIndex);
        if (found.isEmpty()) {
            return refused(Code.NOT_FOUND, "order %s is not resting on exchange index %s", orderId, exchangeIndex);
        }
        if ((by == null) == (to == null)) {
            return refused(Code.INVALID_PARAMETERS, "exactly one of reduce_by and reduce_to must be given");
        }
        AccountOrder order = found.get();
        Optional<Refusal> refusal = rules.cancellable(order.market(), now);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Quantity left =
                to != null ? to : order.remaining().minus(order.remaining().min(by));
        if (!order.remaining().isAtLeast(left)) {
            return refused(Code.INVALID_ORDER_SIZE, "reduce_to must be at most %s, was %s", order.remaining(), left);
        }
        shrink(order, left, now);
        return new Accepted(order, List.of());
    }

    /** Changes price and count; keeps its place only when nothing but the size falls. */
    public Outcome amend(String orderId, int exchangeIndex, Amendment wish, BusinessTime now) {
        Optional<AccountOrder> found = desk.resting(orderId, exchangeIndex);
        if (found.isEmpty()) {
            return refused(Code.NOT_FOUND, "order %s is not resting on exchange index %s", orderId, exchangeIndex);
        }
        AccountOrder order = found.get();
        Optional<Refusal> refusal = rules.open(order.market(), now)
                .or(() -> rules.price(order.market(), wish.yesPrice()))
                .or(() -> mismatch(order, wish, now));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        wish.expiry().ifPresent(expiry -> order.expireAt(expiry.at().orElse(null)));
        Quantity left = wish.count().minus(order.filled());
        boolean stays = wish.yesPrice().equals(order.yesPrice())
                && order.remaining().isAtLeast(left)
                && wish.newClientOrderId() == null;
        if (stays) {
            shrink(order, left, now);
            return new Accepted(order, List.of());
        }
        matcher.withdraw(order, now);
        String clientOrderId = wish.newClientOrderId() == null ? order.clientOrderId() : wish.newClientOrderId();
        order.amend(wish.yesPrice(), left, clientOrderId, now);
        account.rename(order);
        return desk.match(order, left, now);
    }

    private Optional<Refusal> mismatch(AccountOrder order, Amendment wish, BusinessTime now) {
        String clientOrderId = wish.clientOrderId();
        if (!order.market().ticker().equals(wish.ticker())) {
            return refusal(
                    Code.ORDER_TICKER_MISMATCH,
                    "ticker must be %s, was %s",
                    order.market().ticker(),
                    wish.ticker());
        }
        if (order.side() != wish.side()) {
            return refusal(Code.ORDER_SIDE_MISMATCH, "side must be that of the order");
        }
        if (clientOrderId != null && !clientOrderId.equals(order.clientOrderId())) {
            return refusal(
                    Code.ORDER_ID_MISMATCH, "client_order_id must be %s, was %s", order.clientOrderId(), clientOrderId);
        }
        if (wish.newClientOrderId() != null
                && account.orderOf(wish.newClientOrderId()).isPresent()) {
            return refusal(Code.ORDER_ALREADY_EXISTS, "client_order_id %s is taken", wish.newClientOrderId());
        }
        if (wish.count().compareTo(order.filled()) <= 0) {
            return refusal(Code.INVALID_ORDER_SIZE, "count must be above %s, was %s", order.filled(), wish.count());
        }
        if (wish.expiry().flatMap(Expiry::at).filter(at -> !at.isAfter(now)).isPresent()) {
            return refusal(Code.INVALID_ORDER, "expiration_time must be in the future");
        }
        Price sidePrice =
                wish.side() == Side.YES ? wish.yesPrice() : wish.yesPrice().complement();
        if (order.request().postOnly() && order.market().book().crosses(wish.side(), sidePrice)) {
            return refusal(Code.INVALID_ORDER, "post only cross");
        }
        Money change = account.worstChange(order, sidePrice, wish.count().minus(order.filled()), true);
        Money freed = order.sidePrice().times(order.remaining());
        int shard = order.market().event().series().exchangeIndex();
        return account.available(shard).plus(freed).plus(change).isNegative()
                ? refusal(Code.INSUFFICIENT_BALANCE, "amended order needs more than is available")
                : Optional.empty();
    }

    private void shrink(AccountOrder order, Quantity left, BusinessTime now) {
        if (left.isZero()) {
            matcher.cancel(order, Reason.CANCEL, now);
            return;
        }
        long change = left.units() - order.remaining().units();
        order.decreaseTo(left, now);
        if (change != 0) {
            matcher.changed(order, change, now);
        }
        outbox.accept(new OrderChanged(order, now));
    }

    private static Optional<Refusal> refusal(Code code, String details, Object... found) {
        return Optional.of(Refusal.of(code, details, found));
    }

    private static Refused refused(Code code, String details, Object... found) {
        return new Refused(Refusal.of(code, details, found));
    }
}
