package io.recio.accountsync.read;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Does one read at a time away from the desk; outcomes go to the listener on the worker's thread. */
public final class ReadWorker implements AutoCloseable {

    private final AccountReads reads;
    private final Consumer<ReadOutcome> listener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("account-read").factory());

    public ReadWorker(AccountReads reads, Consumer<ReadOutcome> listener) {
        this.reads = reads;
        this.listener = listener;
    }

    public void start(ReadRequest request) {
        try {
            thread.execute(() -> listener.accept(outcome(request)));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("reads must begin before the worker is closed", e);
        }
    }

    /** Lets go of what is under way; its outcome is not wanted any more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private ReadOutcome outcome(ReadRequest request) {
        try {
            return reads.read(request);
        } catch (RuntimeException e) {
            return new ReadOutcome.Failed(request, false, "read broke off: " + e, Duration.ZERO);
        }
    }
}
