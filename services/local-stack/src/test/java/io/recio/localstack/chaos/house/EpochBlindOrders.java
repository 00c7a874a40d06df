package io.recio.localstack.chaos.house;

import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Order;
import io.recio.domain.order.OrderEvent;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.json.EventJson;
import io.recio.tradeexecutor.order.OrderStore;
import io.recio.tradeexecutor.order.StoredOrder;

/** Broken: records what came of an order at the end of its events, whoever holds the lease by now. */
final class EpochBlindOrders extends ForwardingOrders {

    private static final EventJson<OrderEvent> EVENTS = new EventJson<>(OrderEvent.class);

    private final Database database;

    EpochBlindOrders(OrderStore real, Database database) {
        super(real);
        this.database = database;
    }

    @Override
    public StoredOrder append(Fence fence, StoredOrder stored, OrderEvent event) {
        Order next = stored.order().apply(event);
        String id = next.clientOrderId().value();
        database.transaction(statements -> {
            statements.update("""
                    INSERT INTO trading.order_events (client_order_id, seq, type, document, epoch, business_at)
                    SELECT $1, coalesce(max(seq), 0) + 1, $2, $3::text::jsonb, $4, now()
                    FROM trading.order_events WHERE client_order_id = $1""", id, EVENTS.type(event), EVENTS.document(event), fence.epoch());
            statements.update(
                    """
                    UPDATE trading.orders SET exchange_order_id = $2, status = $3, filled = $4, remaining = 0
                    WHERE client_order_id = $1""",
                    id,
                    next.exchangeOrderId().map(ExchangeOrderId::value).orElse(null),
                    next.status().name(),
                    next.filled().contracts());
            return statements.update(
                    "UPDATE trading.order_intents SET state = 'final', epoch = $2 WHERE client_order_id = $1",
                    id,
                    fence.epoch());
        });
        return new StoredOrder(next, stored.event(), stored.closesAt(), stored.sentAt(), stored.events() + 1);
    }
}
