package io.recio.storage;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads sent side by side on one connection: the server works them off one after the other, and together they cost about
 * one round trip instead of one each. Each reads what is committed when its turn comes; there is no common snapshot.
 */
public final class Together implements AutoCloseable {

    private final Statements statements;
    private final Runnable release;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Together(Statements statements, Runnable release) {
        this.statements = statements;
        this.release = release;
    }

    /**
     * Begins a read.
     *
     * @return gives its result, waiting for it, or throws what it threw
     */
    public <T> Supplier<T> read(Function<Statements, T> read) {
        Future<T> result = threads.submit(() -> read.apply(statements));
        return () -> of(result);
    }

    private static <T> T of(Future<T> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("read failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while waiting for the database", e);
        }
    }

    /** Waits for what is still under way, then gives the connection back. */
    @Override
    public void close() {
        threads.close();
        release.run();
    }
}
