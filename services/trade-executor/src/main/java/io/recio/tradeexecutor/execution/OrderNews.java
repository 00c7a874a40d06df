package io.recio.tradeexecutor.execution;

import io.recio.domain.order.ForbiddenOrderEvent;
import io.recio.domain.order.Order;
import io.recio.domain.order.OrderEvent;
import io.recio.domain.order.OrderStatus;
import io.recio.domain.time.SystemTime;
import io.recio.tradeexecutor.doubt.DoubtResolver.Absent;
import io.recio.tradeexecutor.doubt.DoubtResolver.Exists;
import io.recio.tradeexecutor.doubt.DoubtResolver.Filled;
import io.recio.tradeexecutor.doubt.DoubtResolver.StillUnknown;
import io.recio.tradeexecutor.doubt.DoubtResolver.Verdict;
import io.recio.tradeexecutor.exchange.Exchange.Found;
import io.recio.tradeexecutor.exchange.Exchange.Placed;
import io.recio.tradeexecutor.exchange.Exchange.Refused;
import io.recio.tradeexecutor.exchange.Exchange.SendOutcome;
import io.recio.tradeexecutor.exchange.Exchange.Unknown;
import io.recio.tradeexecutor.exchange.Exchange.Unsent;
import java.util.List;

/** What an answer to sending, or a piece of evidence, is in events of the order; pure. */
final class OrderNews {

    private OrderNews() {}

    /** A receipt that cannot be of this order (more filled than asked for) leaves it in doubt: evidence must tell. */
    static OrderEvent answered(Order order, SendOutcome outcome, SystemTime at) {
        return switch (outcome) {
            case Placed placed -> placed(order, placed, at);
            case Refused refused ->
                new OrderEvent.OrderRejected(refused.code(), refused.details().strip(), at);
            case Unknown unknown -> new OrderEvent.OrderFellInDoubt(unknown.reason(), at);
            case Unsent unsent -> new OrderEvent.OrderCancelledUnsent(unsent.reason(), at);
        };
    }

    /** Empty when the evidence says nothing new. */
    static List<OrderEvent> seen(Order order, Verdict verdict, SystemTime at) {
        return switch (verdict) {
            case Exists exists -> found(order, exists.found(), at);
            case Filled filled ->
                filled.fills().stream()
                        .<OrderEvent>map(fill -> new OrderEvent.OrderFilled(fill, at))
                        .toList();
            case Absent absent ->
                order.status() == OrderStatus.IN_DOUBT
                        ? List.of(new OrderEvent.OrderProvenAbsent(absent.evidence(), at))
                        : List.of();
            case StillUnknown unknown -> List.of();
        };
    }

    private static OrderEvent placed(Order order, Placed placed, SystemTime at) {
        OrderEvent accepted = new OrderEvent.OrderAccepted(placed.id(), placed.filled(), placed.remaining(), at);
        if (order.status() != OrderStatus.SENDING) {
            return accepted;
        }
        try {
            order.apply(accepted);
            return accepted;
        } catch (ForbiddenOrderEvent e) {
            return new OrderEvent.OrderFellInDoubt("CONTRADICTING_RECEIPT: " + e.getMessage(), at);
        }
    }

    private static List<OrderEvent> found(Order order, Found found, SystemTime at) {
        boolean news = order.exchangeOrderId().isEmpty()
                || order.status() == OrderStatus.IN_DOUBT
                || !order.filled().isAtLeast(found.filled())
                || found.over() && !order.status().isFinal();
        if (!news) {
            return List.of();
        }
        return List.of(
                found.over()
                        ? new OrderEvent.OrderCanceled(found.id(), found.filled(), found.why(), at)
                        : new OrderEvent.OrderAccepted(found.id(), found.filled(), found.remaining(), at));
    }
}
