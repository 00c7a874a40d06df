package io.recio.localstack.chaos.house;

import io.recio.domain.money.Money;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderEvent;
import io.recio.domain.order.OrderGroupId;
import io.recio.storage.Fence;
import io.recio.tradeexecutor.order.OrderStore;
import io.recio.tradeexecutor.order.StoredOrder;
import java.util.List;
import java.util.Optional;

/** The real store, but for what a subclass does otherwise. */
abstract class ForwardingOrders implements OrderStore {

    private final OrderStore real;

    ForwardingOrders(OrderStore real) {
        this.real = real;
    }

    @Override
    public List<StoredOrder> unclaimed() {
        return real.unclaimed();
    }

    @Override
    public List<StoredOrder> unsettled() {
        return real.unsettled();
    }

    @Override
    public Optional<String> entryObstacle(int shard, Money needed) {
        return real.entryObstacle(shard, needed);
    }

    @Override
    public Optional<String> restingObstacle() {
        return real.restingObstacle();
    }

    @Override
    public boolean isTrading(int shard) {
        return real.isTrading(shard);
    }

    @Override
    public StoredOrder claim(Fence fence, StoredOrder order, Optional<OrderGroupId> group) {
        return real.claim(fence, order, group);
    }

    @Override
    public StoredOrder append(Fence fence, StoredOrder order, OrderEvent event) {
        return real.append(fence, order, event);
    }

    @Override
    public List<ClientOrderId> doubtFormerEpochs(Fence fence) {
        return real.doubtFormerEpochs(fence);
    }
}
