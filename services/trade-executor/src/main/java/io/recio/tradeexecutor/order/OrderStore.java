package io.recio.tradeexecutor.order;

import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderEvent;
import io.recio.storage.Fence;
import java.util.List;
import java.util.Optional;

/** Intents and the events of their orders. Everything is written under the fence; events are appended, never edited. */
public interface OrderStore {

    /** Intents nobody has claimed, closes first, then the oldest. */
    List<StoredOrder> unclaimed();

    /** Orders whose outcome is unknown, and those resting at the exchange. */
    List<StoredOrder> unsettled();

    /** Why an entry must not be sent now; empty when it may be (kill switch, halt, dead man, shard). */
    Optional<String> entryObstacle(int shard);

    /** Whether the shard takes orders now. */
    boolean isTrading(int shard);

    /** Claims the order: state {@code sending}, the epoch, the attempt. */
    StoredOrder claim(Fence fence, StoredOrder order);

    /** Appends the events and keeps the fold beside them; one transaction. */
    StoredOrder append(Fence fence, StoredOrder order, OrderEvent event);

    /** Puts in doubt what a former holder was sending. */
    List<ClientOrderId> doubtFormerEpochs(Fence fence);
}
