package io.recio.simulator.bench;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.ClientOrderId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * When ticks injected by hand were sent and when orders arrived, in nanoseconds of {@code SystemClock.nanos()}, so that
 * one subtraction gives the latency of everything between. Keeps the newest 100,000 of each. Safe for many threads.
 */
@ApplicationScoped
public class LatencyLedger {

    private static final int KEPT = 100_000;

    private final Deque<TickSent> ticks = new ArrayDeque<>();
    private final Deque<OrderReceived> orders = new ArrayDeque<>();

    /** Notes an injected tick, at the moment before it is written to the feed. */
    public synchronized void tickSent(TickSent tick) {
        add(ticks, tick);
    }

    /**
     * Notes an order, at the moment its request has been read and before it is checked.
     *
     * @param nanos {@code SystemClock.nanos()} at that moment
     */
    public synchronized void orderReceived(ClientOrderId order, MarketTicker market, long nanos) {
        add(orders, new OrderReceived(order, market, nanos));
    }

    public synchronized List<TickSent> ticks() {
        return List.copyOf(ticks);
    }

    public synchronized List<OrderReceived> orders() {
        return List.copyOf(orders);
    }

    public synchronized void clear() {
        ticks.clear();
        orders.clear();
    }

    private static <T> void add(Deque<T> queue, T entry) {
        if (queue.size() == KEPT) {
            queue.removeFirst();
        }
        queue.addLast(entry);
    }
}
