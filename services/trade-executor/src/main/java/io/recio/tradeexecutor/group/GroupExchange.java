package io.recio.tradeexecutor.group;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderGroupId;
import io.recio.tradeexecutor.exchange.ExchangeAway;
import java.util.List;
import java.util.Optional;

/** Order groups at the exchange. All calls block: they are made on threads of their own. */
public interface GroupExchange {

    /**
     * A group as the exchange lists it.
     *
     * @param armed false: triggered, it takes no orders
     * @param shard empty when the exchange does not say
     */
    record Listed(OrderGroupId id, boolean armed, Optional<Quantity> limit, Optional<Integer> shard) {}

    /** @throws ExchangeAway when the list could not be read */
    List<Listed> list();

    /**
     * Makes a group.
     *
     * @return its id; empty when it may or may not have been made
     * @throws ExchangeAway when it was not made for certain
     */
    Optional<OrderGroupId> create(Quantity limit, int shard);

    /** Takes orders again, the count from zero; false when that is not certain. May be asked again. */
    boolean reset(OrderGroupId id, int shard);

    /** Sets another limit; false when that is not certain. May be asked again. */
    boolean limit(OrderGroupId id, int shard, Quantity limit);

    /** Cancels the group's orders and forgets it; true also when it was not there. May be asked again. */
    boolean delete(OrderGroupId id, int shard);
}
