package io.recio.tradeexecutor.execution;

import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Order;
import io.recio.domain.time.SystemClock;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.exchange.Exchange.CancelOutcome;
import io.recio.tradeexecutor.exchange.Exchange.Gone;
import io.recio.tradeexecutor.exchange.Exchange.MayRest;
import io.recio.tradeexecutor.order.StoredOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes resting orders out of the book: one cancel at a time for each, again after a pause, until nothing rests. */
final class Cancelling implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Cancelling.class);

    private final Exchange exchange;
    private final SystemClock clock;
    private final Duration pause;
    private final Runnable wake;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final Map<ClientOrderId, Attempt> attempts = new HashMap<>();

    /** An order that rests no more. */
    record Ended(ClientOrderId order, Gone gone) {}

    /** The newest cancel of an order. */
    private static final class Attempt {

        private final long begunAt;
        private volatile boolean over;

        private Attempt(long begunAt) {
            this.begunAt = begunAt;
        }
    }

    Cancelling(Exchange exchange, SystemClock clock, Duration pause, Runnable wake) {
        this.exchange = exchange;
        this.clock = clock;
        this.pause = pause;
        this.wake = wake;
    }

    /** Cancels each that is not being cancelled already; forgets those that are not resting any more. */
    void cancel(List<StoredOrder> resting, String why) {
        Map<StoredOrder, String> condemned = new LinkedHashMap<>();
        resting.forEach(each -> condemned.put(each, why));
        cancel(condemned);
    }

    /** @param condemned each with the reason */
    void cancel(Map<StoredOrder, String> condemned) {
        attempts.keySet()
                .retainAll(condemned.keySet().stream()
                        .map(each -> each.order().clientOrderId())
                        .toList());
        condemned.forEach((stored, why) -> {
            Order order = stored.order();
            Attempt before = attempts.get(order.clientOrderId());
            if (order.exchangeOrderId().isPresent() && isDue(before)) {
                if (before == null) {
                    LOG.warnf("Resting order is cancelled order=%s reason=%s", order.clientOrderId(), why);
                }
                begin(order, order.exchangeOrderId().get());
            }
        });
    }

    /** An order whose end is known now; null when there is none. Each is told once. */
    @Nullable
    Ended next() {
        return ended.poll();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private boolean isDue(@Nullable Attempt before) {
        return before == null || before.over && clock.nanos() - before.begunAt >= pause.toNanos();
    }

    private void begin(Order order, ExchangeOrderId id) {
        Attempt attempt = new Attempt(clock.nanos());
        attempts.put(order.clientOrderId(), attempt);
        threads.execute(() -> {
            CancelOutcome outcome;
            try {
                outcome = exchange.cancel(
                        id, order.intent().ticker(), order.intent().shard());
            } catch (RuntimeException e) {
                outcome = new MayRest("cancel broke off: " + e.getMessage());
            }
            switch (outcome) {
                case Gone gone -> ended.add(new Ended(order.clientOrderId(), gone));
                case MayRest rests ->
                    LOG.infof("Cancel is tried again order=%s reason=%s", order.clientOrderId(), rests.reason());
            }
            attempt.over = true;
            wake.run();
        });
    }
}
