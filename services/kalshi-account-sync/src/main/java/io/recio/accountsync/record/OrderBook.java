package io.recio.accountsync.record;

import io.recio.accountsync.order.OrderMerge;
import io.recio.accountsync.order.StoredOrder;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.AccountOrder;
import io.recio.storage.system.AlertStore.Severity;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Records orders as far as they go forward; one that cannot be recorded is reported. */
final class OrderBook {

    private static final Logger LOG = Logger.getLogger(OrderBook.class);

    private final BusinessClock clock;
    private final Set<ExchangeOrderId> complained = new HashSet<>();

    OrderBook(BusinessClock clock) {
        this.clock = clock;
    }

    /** Writes what changed. */
    void put(AccountRows rows, List<AccountOrder> told) {
        if (told.isEmpty()) {
            return;
        }
        BusinessTime now = clock.now();
        Map<ExchangeOrderId, StoredOrder> known =
                rows.orders(told.stream().map(AccountOrder::id).toList());
        Map<ExchangeOrderId, StoredOrder> changes = new LinkedHashMap<>();
        for (AccountOrder each : told) {
            Optional<StoredOrder> before = Optional.ofNullable(changes.getOrDefault(each.id(), known.get(each.id())));
            switch (OrderMerge.merge(before, each, now)) {
                case OrderMerge.Changed changed -> changes.put(each.id(), changed.order());
                case OrderMerge.Unchanged() -> {}
                case OrderMerge.Incomplete incomplete -> complain(rows, incomplete.told());
            }
        }
        rows.putOrders(changes.values());
    }

    private void complain(AccountRows rows, AccountOrder order) {
        if (!complained.add(order.id())) {
            return;
        }
        LOG.warnf("Order cannot be recorded without its side and price order=%s", order);
        rows.raise(
                new Notice(
                        Severity.CRITICAL,
                        "ORDER_INCOMPLETE",
                        "The exchange tells an order without its side or price; it cannot be recorded",
                        Map.of(
                                "orderId",
                                order.id().value(),
                                "ticker",
                                order.ticker().value())),
                clock.now());
    }
}
