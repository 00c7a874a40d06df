package io.recio.domain.order;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderEvent.OrderAccepted;
import io.recio.domain.order.OrderEvent.OrderCanceled;
import io.recio.domain.order.OrderEvent.OrderCancelledUnsent;
import io.recio.domain.order.OrderEvent.OrderClaimed;
import io.recio.domain.order.OrderEvent.OrderFellInDoubt;
import io.recio.domain.order.OrderEvent.OrderFilled;
import io.recio.domain.order.OrderEvent.OrderIntended;
import io.recio.domain.order.OrderEvent.OrderProvenAbsent;
import io.recio.domain.order.OrderEvent.OrderRejected;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One order: its intent and what became of it, a fold of {@link OrderEvent}s.
 *
 * <p>Fills and answers may come in any order and more than once; the same set of them always gives the same quantity and the
 * same end. Immutable.
 *
 * @param reportedFilled the largest filled count the exchange has stated; its fills may still be on their way
 * @param reason why it is in doubt or ended, empty before
 */
public record Order(
        OrderIntent intent,
        OrderStatus status,
        Optional<ExchangeOrderId> exchangeOrderId,
        Optional<Claim> claim,
        Fills fills,
        Quantity reportedFilled,
        String reason) {

    private static final Set<OrderStatus> SEND_UNKNOWN = EnumSet.of(OrderStatus.SENDING, OrderStatus.IN_DOUBT);
    private static final Set<OrderStatus> NOT_SENT_FOR_SURE = EnumSet.of(OrderStatus.INTENDED, OrderStatus.SENDING);

    /** Who took the order to send it. */
    public record Claim(long epoch, int attempt) {}

    /** The order as it begins. */
    public static Order of(OrderIntended intended) {
        return new Order(
                intended.intent(),
                OrderStatus.INTENDED,
                Optional.empty(),
                Optional.empty(),
                Fills.NONE,
                Quantity.ZERO,
                "");
    }

    /**
     * The order after all its events, in the order they were written.
     *
     * @throws IllegalArgumentException when there are none or the first is no intent
     * @throws ForbiddenOrderEvent when one contradicts those before it
     */
    public static Order replay(List<OrderEvent> events) {
        if (events.isEmpty() || !(events.getFirst() instanceof OrderIntended intended)) {
            throw new IllegalArgumentException("events of an order must begin with OrderIntended, were " + events);
        }
        Order order = of(intended);
        for (OrderEvent event : events.subList(1, events.size())) {
            order = order.apply(event);
        }
        return order;
    }

    /**
     * The order after the event.
     *
     * @throws ForbiddenOrderEvent when the event has no place in this status or contradicts what is known
     */
    public Order apply(OrderEvent event) {
        return switch (event) {
            case OrderIntended intended -> throw forbidden(intended);
            case OrderClaimed claimed -> claimed(claimed);
            case OrderCancelledUnsent unsent ->
                endedUnfilled(unsent, NOT_SENT_FOR_SURE, OrderStatus.CANCELLED_UNSENT, unsent.reason());
            case OrderAccepted accepted -> accepted(accepted);
            case OrderFilled filled -> filled(filled.fill());
            case OrderCanceled canceled -> canceled(canceled);
            case OrderRejected rejected ->
                endedUnfilled(
                        rejected, SEND_UNKNOWN, OrderStatus.REJECTED, rejected.code() + ": " + rejected.details());
            case OrderFellInDoubt doubted -> fellInDoubt(doubted);
            case OrderProvenAbsent absent ->
                endedUnfilled(absent, EnumSet.of(OrderStatus.IN_DOUBT), OrderStatus.ABSENT, absent.evidence());
        };
    }

    public ClientOrderId clientOrderId() {
        return intent.clientOrderId();
    }

    /** What is known to be filled: the larger of the fills we hold and the exchange's count. */
    public Quantity filled() {
        return larger(fills.quantity(), reportedFilled);
    }

    /** The most that may yet turn out to be filled; the whole count until the order is over. */
    public Quantity mostFilled() {
        return status.isFinal() ? filled() : intent.count();
    }

    /** Over, and every fill the exchange counts is here. */
    public boolean isComplete() {
        return status.isFinal() && fills.quantity().equals(filled());
    }

    private Order claimed(OrderClaimed claimed) {
        if (status != OrderStatus.INTENDED) {
            throw forbidden(claimed);
        }
        Claim by = new Claim(claimed.epoch(), claimed.attempt());
        return new Order(intent, OrderStatus.SENDING, exchangeOrderId, Optional.of(by), fills, reportedFilled, reason);
    }

    private Order fellInDoubt(OrderFellInDoubt doubted) {
        if (!NOT_SENT_FOR_SURE.contains(status)) {
            throw forbidden(doubted);
        }
        return with(OrderStatus.IN_DOUBT, doubted.reason());
    }

    private Order endedUnfilled(OrderEvent event, Set<OrderStatus> from, OrderStatus end, String why) {
        if (!from.contains(status)) {
            throw forbidden(event);
        }
        if (exchangeOrderId.isPresent()) {
            throw new ForbiddenOrderEvent(
                    clientOrderId(),
                    "cannot take " + event.getClass().getSimpleName() + ": the exchange has it as "
                            + exchangeOrderId.get());
        }
        return with(end, why);
    }

    private Order accepted(OrderAccepted accepted) {
        Order known = identified(accepted.orderId()).counted(accepted.filled());
        if (status == OrderStatus.EXECUTED || status == OrderStatus.CANCELED) {
            return known.settled();
        }
        return accepted.remaining().isPositive()
                ? known.with(OrderStatus.RESTING, "").settled()
                : known.with(OrderStatus.CANCELED, CancelReason.NOT_FILLED_AT_ONCE.name())
                        .settled();
    }

    private Order canceled(OrderCanceled canceled) {
        return identified(canceled.orderId())
                .counted(canceled.filled())
                .with(OrderStatus.CANCELED, canceled.reason().name())
                .settled();
    }

    private Order filled(Fill fill) {
        if (!fill.ticker().equals(intent.ticker())
                || fill.boughtSide() != intent.bookSide().boughtSide()) {
            throw new ForbiddenOrderEvent(
                    clientOrderId(),
                    "buys " + intent.bookSide().boughtSide() + " of " + intent.ticker() + ", fill " + fill.id()
                            + " bought " + fill.boughtSide() + " of " + fill.ticker());
        }
        Order known = identified(fill.orderId());
        Order held =
                new Order(intent, known.status, known.exchangeOrderId, claim, fills.plus(fill), reportedFilled, reason);
        held.requireWithinCount();
        return held.reopened().settled();
    }

    /** A fill on an order thought never to have lived: it lives, and what is left of it is unknown. */
    private Order reopened() {
        return switch (status) {
            case INTENDED, REJECTED, ABSENT, CANCELLED_UNSENT ->
                with(OrderStatus.IN_DOUBT, "filled although " + status + (reason.isEmpty() ? "" : ": " + reason));
            case SENDING, IN_DOUBT, RESTING, EXECUTED, CANCELED -> this;
        };
    }

    private Order settled() {
        return filled().equals(intent.count()) ? with(OrderStatus.EXECUTED, "") : this;
    }

    private Order identified(ExchangeOrderId id) {
        if (exchangeOrderId.isPresent() && !exchangeOrderId.get().equals(id)) {
            throw new ForbiddenOrderEvent(
                    clientOrderId(), "is " + exchangeOrderId.get() + " at the exchange, was told " + id);
        }
        return new Order(intent, status, Optional.of(id), claim, fills, reportedFilled, reason);
    }

    private Order counted(Quantity exchangeCount) {
        Order counted =
                new Order(intent, status, exchangeOrderId, claim, fills, larger(reportedFilled, exchangeCount), reason);
        counted.requireWithinCount();
        return counted;
    }

    private void requireWithinCount() {
        if (!intent.count().isAtLeast(filled())) {
            throw new ForbiddenOrderEvent(
                    clientOrderId(), "must fill at most " + intent.count() + ", was filled " + filled());
        }
    }

    private Order with(OrderStatus next, String why) {
        return new Order(intent, next, exchangeOrderId, claim, fills, reportedFilled, why);
    }

    private ForbiddenOrderEvent forbidden(OrderEvent event) {
        return new ForbiddenOrderEvent(
                clientOrderId(), "cannot take " + event.getClass().getSimpleName() + " while " + status);
    }

    private static Quantity larger(Quantity one, Quantity other) {
        return one.isAtLeast(other) ? one : other;
    }
}
