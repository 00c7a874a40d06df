package io.recio.kalshi.model;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.OrderGroupId;
import java.util.List;
import java.util.Optional;

/**
 * A set of orders that die together once too much of them is matched within 15 s (EXCHANGES, section A9).
 *
 * @param armed false: triggered, its orders cancelled and new ones refused until a reset
 * @param limit contracts matched in 15 s; more triggers the group
 * @param orders the members; empty in lists, which do not tell them
 */
public record OrderGroup(
        OrderGroupId id,
        boolean armed,
        Optional<Quantity> limit,
        Optional<Integer> exchangeIndex,
        List<ExchangeOrderId> orders) {

    public OrderGroup {
        orders = List.copyOf(orders);
    }
}
