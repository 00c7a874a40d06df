package io.recio.tradeexecutor;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderGroupId;
import io.recio.tradeexecutor.group.GroupExchange;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Order groups of an exchange that makes each it is asked for. */
@Alternative
@Priority(1)
@Singleton
class ScriptedGroups implements GroupExchange {

    private final Map<OrderGroupId, Listed> groups = new ConcurrentHashMap<>();
    private volatile int made;

    /** Somebody triggers all of them. */
    void triggerAll() {
        groups.replaceAll((id, group) -> new Listed(id, false, group.limit(), group.shard()));
    }

    boolean areArmed() {
        return !groups.isEmpty() && groups.values().stream().allMatch(Listed::armed);
    }

    @Override
    public List<Listed> list() {
        return List.copyOf(groups.values());
    }

    @Override
    public synchronized Optional<OrderGroupId> create(Quantity limit, int shard) {
        made = made + 1;
        OrderGroupId id = new OrderGroupId("group-" + made);
        groups.put(id, new Listed(id, true, Optional.of(limit), Optional.of(shard)));
        return Optional.of(id);
    }

    @Override
    public boolean reset(OrderGroupId id, int shard) {
        groups.computeIfPresent(id, (same, group) -> new Listed(id, true, group.limit(), group.shard()));
        return true;
    }

    @Override
    public boolean limit(OrderGroupId id, int shard, Quantity limit) {
        groups.computeIfPresent(id, (same, group) -> new Listed(id, group.armed(), Optional.of(limit), group.shard()));
        return true;
    }

    @Override
    public boolean delete(OrderGroupId id, int shard) {
        groups.remove(id);
        return true;
    }
}
