package io.recio.tradeexecutor.order;

import io.recio.domain.money.Money;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderEvent;
import io.recio.domain.order.OrderGroupId;
import io.recio.storage.Fence;
import java.util.List;
import java.util.Optional;

/** Intents and the events of their orders. Everything is written under the fence; events are appended, never edited. */
public interface OrderStore {

    /** Intents nobody has claimed, closes first, then the oldest. */
    List<StoredOrder> unclaimed();

    /** Orders whose outcome is unknown, and those resting at the exchange. */
    List<StoredOrder> unsettled();

    /**
     * Why an entry must not be sent now; empty when it may be (kill switch, halt, dead man, shard, money).
     *
     * @param needed what it may cost, fees included; entries whose outcome is not known count against the shard's balance
     */
    Optional<String> entryObstacle(int shard, Money needed);

    /** Why no entry may go on resting in the book; empty when it may (kill switch, halt, key refused, dead man). */
    Optional<String> restingObstacle();

    /** Whether the shard takes orders now. */
    boolean isTrading(int shard);

    /**
     * Claims the order: state {@code sending}, the epoch, the attempt.
     *
     * @param group what an entry carries from now on; a close carries none
     */
    StoredOrder claim(Fence fence, StoredOrder order, Optional<OrderGroupId> group);

    /** Appends the events and keeps the fold beside them; one transaction. */
    StoredOrder append(Fence fence, StoredOrder order, OrderEvent event);

    /** Puts in doubt what a former holder was sending. */
    List<ClientOrderId> doubtFormerEpochs(Fence fence);
}
