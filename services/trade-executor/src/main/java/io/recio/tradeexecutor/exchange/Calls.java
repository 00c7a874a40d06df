package io.recio.tradeexecutor.exchange;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One call to the exchange at a time, on a thread of its own; what comes of it is handled on the desk's thread. All methods
 * belong to the desk's thread.
 */
public final class Calls implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Calls.class);

    private final Runnable wake;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Runnable> results = new ConcurrentLinkedQueue<>();
    private boolean busy;
    private boolean complained;

    /** @param wake called from another thread when a result waits */
    public Calls(Runnable wake) {
        this.wake = wake;
    }

    /** Handles a result that waits; whether a call is still under way after. */
    public boolean isBusy() {
        Runnable result = results.poll();
        if (result != null) {
            busy = false;
            result.run();
        }
        return busy;
    }

    /**
     * Begins a call; there must be none.
     *
     * @param then takes the result; left out when the call throws
     */
    public <T> void begin(String what, Supplier<T> call, Consumer<T> then) {
        if (busy) {
            throw new IllegalStateException(what + " must wait for the call under way");
        }
        busy = true;
        threads.execute(() -> {
            Runnable result;
            try {
                T value = call.get();
                result = () -> {
                    complained = false;
                    then.accept(value);
                };
            } catch (RuntimeException e) {
                result = () -> complain(what, e);
            }
            results.add(result);
            wake.run();
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void complain(String what, RuntimeException e) {
        if (!complained) {
            LOG.warnf("Call failed, it is tried again call='%s' reason=%s", what, e.getMessage());
        }
        complained = true;
    }
}
