package io.recio.tradeexecutor.execution;

import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ForbiddenOrderEvent;
import io.recio.domain.order.Order;
import io.recio.domain.order.OrderEvent;
import io.recio.domain.order.OrderStatus;
import io.recio.domain.time.SystemClock;
import io.recio.storage.Fence;
import io.recio.tradeexecutor.alert.ExecutorAlerts;
import io.recio.tradeexecutor.doubt.DoubtResolver;
import io.recio.tradeexecutor.order.OrderStore;
import io.recio.tradeexecutor.order.StoredOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Settles by evidence what is in doubt, and follows what rests. */
final class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class);

    private final OrderStore store;
    private final DoubtResolver doubts;
    private final ExecutorAlerts alerts;
    private final SystemClock clock;
    private final Fence fence;
    private final Set<ClientOrderId> contradicting = new HashSet<>();

    Settling(OrderStore store, DoubtResolver doubts, ExecutorAlerts alerts, SystemClock clock, Fence fence) {
        this.store = store;
        this.doubts = doubts;
        this.alerts = alerts;
        this.clock = clock;
        this.fence = fence;
    }

    /** Looks once at each of the orders. */
    void look(List<StoredOrder> unsettled) {
        for (StoredOrder stored : unsettled) {
            List<OrderEvent> news = OrderNews.seen(stored.order(), doubts.look(stored), clock.now());
            if (!news.isEmpty()) {
                take(stored, news);
            }
        }
    }

    /** Evidence that contradicts the order must not keep the others from being settled; it is told once. */
    void take(StoredOrder stored, List<OrderEvent> news) {
        ClientOrderId id = stored.order().clientOrderId();
        try {
            StoredOrder after = stored;
            for (OrderEvent event : news) {
                after = store.append(fence, after, event);
            }
            tell(after.order());
        } catch (ForbiddenOrderEvent e) {
            if (contradicting.add(id)) {
                LOG.errorf("Evidence contradicts the order order=%s reason=%s", id, e.getMessage());
                alerts.raise(
                        "EVIDENCE_CONTRADICTS_ORDER",
                        "The exchange tells of an order what it cannot be, it stays in doubt",
                        Map.of("order", id.value(), "why", String.valueOf(e.getMessage())));
            }
        }
    }

    /** Our cancel has ended one of the orders, unless evidence did before. */
    void gone(List<StoredOrder> unsettled, Cancelling.Ended ended) {
        unsettled.stream()
                .filter(stored -> stored.order().clientOrderId().equals(ended.order()))
                .findFirst()
                .ifPresent(stored -> take(
                        stored,
                        List.of(new OrderEvent.OrderCanceled(
                                ended.gone().found().id(),
                                ended.gone().found().filled(),
                                ended.gone().found().why(),
                                clock.now()))));
    }

    void close() {
        doubts.close();
    }

    private static void tell(Order order) {
        if (order.status() == OrderStatus.ABSENT) {
            LOG.warnf("Order proven absent order=%s evidence=%s", order.clientOrderId(), order.reason());
        } else {
            LOG.infof(
                    "Order settled by evidence order=%s status=%s filled=%s reason=%s",
                    order.clientOrderId(), order.status(), order.filled(), order.reason());
        }
    }
}
