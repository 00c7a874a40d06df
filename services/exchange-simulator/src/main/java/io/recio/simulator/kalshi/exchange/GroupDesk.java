package io.recio.simulator.kalshi.exchange;

import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.AccountOrder.Reason;
import java.util.List;

/** Makes, triggers, resets and ends order groups, with the orders in them. Used under the lock of the exchange. */
public final class GroupDesk {

    private final Account account;
    private final OrderGroups groups;
    private final Matcher matcher;

    GroupDesk(Account account, OrderGroups groups, Matcher matcher) {
        this.account = account;
        this.groups = groups;
        this.matcher = matcher;
    }

    public OrderGroup create(int exchangeIndex, Quantity limit, BusinessTime now) {
        return groups.create(exchangeIndex, limit, now);
    }

    /** Cancels its resting orders and refuses new ones until it is reset. */
    public void trigger(OrderGroup group, BusinessTime now) {
        groups.trigger(group, now);
        cancelOrders(group, now);
    }

    /** Takes orders again and forgets what was matched. */
    public void reset(OrderGroup group, BusinessTime now) {
        groups.reset(group, now);
    }

    /** Sets the limit; one below what was matched within the window triggers the group. */
    public void limit(OrderGroup group, Quantity limit, BusinessTime now) {
        if (groups.limit(group, limit, now)) {
            cancelOrders(group, now);
        }
    }

    /** Cancels its resting orders and forgets it. */
    public void delete(OrderGroup group, BusinessTime now) {
        cancelOrders(group, now);
        groups.delete(group, now);
    }

    /** Its resting orders. */
    public List<AccountOrder> orders(OrderGroup group) {
        return groups.restingOrders(account, group.id());
    }

    private void cancelOrders(OrderGroup group, BusinessTime now) {
        orders(group).forEach(order -> matcher.cancel(order, Reason.CANCEL, now));
    }
}
