package io.recio.simulator.kalshi.exchange;

import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.GroupChange;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.GroupChanged;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The account's order groups. Cancelling orders is left to the caller, who can reach the books. */
public final class OrderGroups {

    private final Ids ids;
    private final Consumer<ExchangeEvent> outbox;
    private final Map<String, OrderGroup> groups = new LinkedHashMap<>();

    OrderGroups(Ids ids, Consumer<ExchangeEvent> outbox) {
        this.ids = ids;
        this.outbox = outbox;
    }

    public Collection<OrderGroup> all() {
        return Collections.unmodifiableCollection(groups.values());
    }

    public Optional<OrderGroup> find(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    OrderGroup create(int exchangeIndex, Quantity limit, BusinessTime now) {
        OrderGroup group = new OrderGroup(ids.next(), exchangeIndex, limit);
        groups.put(group.id(), group);
        tell(group, GroupChange.CREATED, now);
        return group;
    }

    void trigger(OrderGroup group, BusinessTime now) {
        if (!group.isTriggered()) {
            group.trigger();
            tell(group, GroupChange.TRIGGERED, now);
        }
    }

    void reset(OrderGroup group, BusinessTime now) {
        group.reset();
        tell(group, GroupChange.RESET, now);
    }

    void delete(OrderGroup group, BusinessTime now) {
        groups.remove(group.id());
        tell(group, GroupChange.DELETED, now);
    }

    /** Forgets all of them. */
    void clear() {
        groups.clear();
    }

    /** Sets the limit; answers whether that triggered the group. */
    boolean limit(OrderGroup group, Quantity limit, BusinessTime now) {
        boolean exceeded = group.limit(limit, now);
        tell(group, GroupChange.LIMIT_UPDATED, now);
        if (exceeded) {
            trigger(group, now);
        }
        return exceeded;
    }

    boolean isTriggered(AccountOrder order) {
        return groupOf(order).filter(OrderGroup::isTriggered).isPresent();
    }

    /** Counts a match of the order; answers whether that triggered its group. */
    boolean matched(AccountOrder order, Quantity quantity, BusinessTime now) {
        Optional<OrderGroup> exceeded = groupOf(order).filter(group -> group.match(quantity, now));
        exceeded.ifPresent(group -> trigger(group, now));
        return exceeded.isPresent();
    }

    /** Orders of the group that rest in a book. */
    List<AccountOrder> restingOrders(Account account, @Nullable String groupId) {
        return account.restingOrders().stream()
                .filter(order ->
                        groupId != null && groupId.equals(order.request().groupId()))
                .toList();
    }

    private Optional<OrderGroup> groupOf(AccountOrder order) {
        return Optional.ofNullable(order.request().groupId()).flatMap(this::find);
    }

    private void tell(OrderGroup group, GroupChange change, BusinessTime now) {
        outbox.accept(new GroupChanged(group.id(), change, group.limit(), now));
    }
}
