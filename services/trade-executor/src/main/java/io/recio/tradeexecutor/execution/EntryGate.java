package io.recio.tradeexecutor.execution;

import io.recio.domain.money.Money;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.time.SystemClock;
import io.recio.tradeexecutor.group.GroupKeeper;
import io.recio.tradeexecutor.order.OrderStore;
import io.recio.tradeexecutor.order.StoredOrder;
import java.util.Optional;

/** Whether an entry may be sent now, and in which group. */
final class EntryGate {

    private final OrderStore store;
    private final EntryCosts costs;
    private final GroupKeeper groups;
    private final SystemClock clock;

    EntryGate(OrderStore store, EntryCosts costs, GroupKeeper groups, SystemClock clock) {
        this.store = store;
        this.costs = costs;
        this.groups = groups;
        this.clock = clock;
    }

    /** What to do with it. */
    sealed interface Pass {}

    record Go(OrderGroupId group) implements Pass {}

    /** Its group is being made: it may go before its deadline yet. */
    record Wait() implements Pass {}

    /** @param code stable, such as {@code KILL_SWITCH_ON} */
    record GiveUp(String code) implements Pass {}

    Pass ask(StoredOrder stored) {
        OrderIntent entry = stored.order().intent();
        Optional<OrderGroupId> group = groups.of(stored.event());
        if (entry.isOverdue(clock.now())) {
            return new GiveUp(group.isPresent() ? "DEADLINE_PASSED" : "NO_ORDER_GROUP");
        }
        Optional<Money> cost = costs.of(stored.event(), entry);
        if (cost.isEmpty()) {
            return new GiveUp("FEE_UNKNOWN");
        }
        return store.entryObstacle(entry.shard(), cost.get())
                .<Pass>map(GiveUp::new)
                .or(() -> group.map(Go::new))
                .orElseGet(Wait::new);
    }
}
