package io.recio.localstack.chaos.house;

import io.recio.domain.order.OrderEvent;
import io.recio.storage.Fence;
import io.recio.tradeexecutor.order.OrderStore;
import io.recio.tradeexecutor.order.StoredOrder;
import java.util.concurrent.CountDownLatch;

/** Stops the desk once, right before it records what came of an order, as a process stops that gets no time. */
final class PausedOrders extends ForwardingOrders {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    PausedOrders(OrderStore next) {
        super(next);
    }

    boolean isPaused() {
        return reached.getCount() == 0;
    }

    void goOn() {
        released.countDown();
    }

    @Override
    public StoredOrder append(Fence fence, StoredOrder order, OrderEvent event) {
        reached.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return super.append(fence, order, event);
    }
}
