package io.recio.simulator.kalshi.rest;

import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.AccountFill;
import io.recio.simulator.kalshi.exchange.AccountOrder;
import io.recio.simulator.kalshi.exchange.Outcome;
import io.recio.simulator.kalshi.wire.Wire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The answers of order calls (EXCHANGES, section A9). */
final class OrderAnswers {

    private static final int DECIMALS = 4;

    private OrderAnswers() {}

    /** An order was taken; averages only where something filled, the fee per contract. */
    @Wire
    record Created(
            @Nullable String orderId,
            @Nullable String clientOrderId,
            @Nullable String fillCount,
            @Nullable String remainingCount,
            @Nullable String averageFillPrice,
            @Nullable String averageFeePaid,
            @Nullable Long tsMs,
            @Nullable ErrorView error) {

        static Created of(Outcome.Accepted accepted, BusinessTime now) {
            AccountOrder order = accepted.order();
            List<AccountFill> fills = accepted.fills();
            return new Created(
                    order.id(),
                    nameOf(order),
                    filled(fills).toString(),
                    order.remaining().toString(),
                    average(fills, fill -> fill.yesPrice().times(fill.quantity())),
                    average(fills, AccountFill::fee),
                    now.epochMilli(),
                    null);
        }

        static Created failed(@Nullable String clientOrderId, ErrorView error) {
            return new Created(null, clientOrderId, null, null, null, null, null, error);
        }
    }

    /** Several orders were looked at. */
    @Wire
    record CreatedBatch(List<Created> orders) {}

    /** An order was cancelled. */
    @Wire
    record Cancelled(
            String orderId,
            @Nullable String clientOrderId,
            String reducedBy,
            @Nullable Long tsMs,
            @Nullable ErrorView error) {

        static Cancelled of(Outcome.Cancelled cancelled, BusinessTime now) {
            return new Cancelled(
                    cancelled.order().id(),
                    nameOf(cancelled.order()),
                    cancelled.reducedBy().toString(),
                    now.epochMilli(),
                    null);
        }

        static Cancelled failed(String orderId, ErrorView error) {
            return new Cancelled(orderId, null, Quantity.ZERO.toString(), null, error);
        }
    }

    /** Several orders were looked at. */
    @Wire
    record CancelledBatch(List<Cancelled> orders) {}

    /** An order was made smaller. */
    @Wire
    record Decreased(String orderId, @Nullable String clientOrderId, String remainingCount, long tsMs) {

        static Decreased of(AccountOrder order, BusinessTime now) {
            return new Decreased(order.id(), nameOf(order), order.remaining().toString(), now.epochMilli());
        }
    }

    private static @Nullable String nameOf(AccountOrder order) {
        return order.clientOrderId().isEmpty() ? null : order.clientOrderId();
    }

    private static Quantity filled(List<AccountFill> fills) {
        return fills.stream().map(AccountFill::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    private static @Nullable String average(List<AccountFill> fills, Function<AccountFill, Money> part) {
        if (fills.isEmpty()) {
            return null;
        }
        BigDecimal sum =
                fills.stream().map(part).reduce(Money.ZERO, Money::plus).dollars();
        return sum.divide(filled(fills).contracts(), DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
