package io.recio.tradeexecutor.execution;

import io.recio.domain.time.BusinessTime;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.exchange.Exchange.SendOutcome;
import io.recio.tradeexecutor.order.StoredOrder;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sends claimed orders, each on a thread of its own, and keeps the answers for the desk. */
final class Sender implements AutoCloseable {

    private final Exchange exchange;
    private final Runnable wake;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What the exchange answered to an order. */
    record Answer(StoredOrder order, SendOutcome outcome) {}

    Sender(Exchange exchange, Runnable wake) {
        this.exchange = exchange;
        this.wake = wake;
    }

    /** @param expiresAt when what rests of it dies by itself */
    void send(StoredOrder claimed, Optional<BusinessTime> expiresAt, BooleanSupplier mayWrite) {
        inFlight.incrementAndGet();
        threads.execute(() -> {
            SendOutcome outcome;
            try {
                outcome = exchange.send(claimed.order().intent(), expiresAt, mayWrite);
            } catch (RuntimeException e) {
                outcome = new Exchange.Unknown("sending broke off: " + e.getMessage());
            }
            answers.add(new Answer(claimed, outcome));
            inFlight.decrementAndGet();
            wake.run();
        });
    }

    /** The next answer not yet recorded; stays until {@link #recorded}. */
    @Nullable
    Answer peek() {
        return answers.peek();
    }

    void recorded() {
        answers.poll();
    }

    boolean isIdle() {
        return inFlight.get() == 0 && answers.isEmpty();
    }

    /** Lets go of what is under way: the next holder finds it sending, and puts it in doubt. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
