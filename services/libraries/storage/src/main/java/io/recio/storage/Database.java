package io.recio.storage;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The database, asked in blocking style from a desk's own thread; never call it on an event loop.
 *
 * <p>Every call ends within its timeout with {@link DatabaseUnavailable} when the server is away, and with
 * {@link ConstraintViolated} when a named rule of the schema refuses. Thread-safe.
 */
public final class Database implements Statements {

    private final Pool pool;
    private final Duration timeout;

    public Database(Pool pool, Duration timeout) {
        this.pool = pool;
        this.timeout = timeout;
    }

    @Override
    public RowSet<Row> query(String sql, Object... parameters) {
        return await(pool.preparedQuery(sql).execute(tuple(parameters)));
    }

    @Override
    public int batch(String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? 0
                : await(pool.preparedQuery(sql).executeBatch(rows)).rowCount();
    }

    /**
     * Runs the work in one transaction: committed when it returns, rolled back when it throws.
     *
     * @throws DatabaseUnavailable also when the outcome of the commit is unknown: read again before acting
     */
    public <T> T transaction(Function<Statements, T> work) {
        return transaction(connection -> {}, work);
    }

    /**
     * Runs the work in one transaction that first proves the lease: a stale holder can neither claim nor record.
     *
     * @throws LeaseLost when the lease has expired or passed on; nothing was written
     */
    public <T> T fenced(Fence fence, Function<Statements, T> work) {
        AtomicReference<Future<RowSet<Row>>> proof = new AtomicReference<>();
        return transaction(
                connection -> proof.set(
                        connection.preparedQuery("""
                                SELECT 1 FROM system.leases
                                WHERE name = $1 AND holder = $2 AND epoch = $3 AND expires_at > clock_timestamp()
                                FOR SHARE""").execute(tuple(fence.name(), fence.holder(), fence.epoch()))),
                statements -> {
                    T result;
                    try {
                        result = work.apply(statements);
                    } catch (ConstraintViolated e) {
                        requireHeld(fence, proof.get());
                        throw e;
                    }
                    requireHeld(fence, proof.get());
                    return result;
                });
    }

    private void requireHeld(Fence fence, Future<RowSet<Row>> proof) {
        if (await(proof).size() == 0) {
            throw new LeaseLost(fence);
        }
    }

    @Override
    public Together together() {
        SqlConnection connection = connection();
        return new Together(new OnConnection(connection), connection::close);
    }

    /**
     * The server takes statements in the order in which they are sent, so nothing here waits for the answer to BEGIN, nor
     * to what comes first: one round trip less for each.
     */
    private <T> T transaction(Consumer<SqlConnection> first, Function<Statements, T> work) {
        SqlConnection connection = connection();
        try {
            Future<Transaction> begun = connection.begin();
            first.accept(connection);
            T result;
            try {
                InTransaction statements = new InTransaction(connection);
                result = work.apply(statements);
                statements.awaitSent();
            } catch (RuntimeException e) {
                rollBack(begun, e);
                throw e;
            }
            await(begun.compose(Transaction::commit));
            return result;
        } finally {
            connection.close();
        }
    }

    /** One that comes too late goes back at once; else the pool would miss it for ever. */
    private SqlConnection connection() {
        Future<SqlConnection> coming = pool.getConnection();
        try {
            return await(coming);
        } catch (DatabaseUnavailable e) {
            coming.onSuccess(SqlConnection::close);
            throw e;
        }
    }

    private void rollBack(Future<Transaction> begun, RuntimeException cause) {
        try {
            await(begun.compose(Transaction::rollback));
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (DatabaseErrors.isReadOnly(e.getCause())) {
                endReadOnlySession();
            }
            throw DatabaseErrors.meaningOf(e.getCause());
        } catch (TimeoutException e) {
            throw new DatabaseUnavailable("database did not answer within " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while waiting for the database", e);
        }
    }

    /**
     * A session with a server that is no primary any more stays with it: each refusal ends one of them, so that the pool
     * connects anew, to whoever is the primary then.
     */
    private void endReadOnlySession() {
        pool.getConnection().onSuccess(connection -> connection
                .query("SELECT pg_terminate_backend(pg_backend_pid())"
                        + " WHERE current_setting('transaction_read_only')::boolean")
                .execute()
                .onComplete(ended -> connection.close()));
    }

    private static Tuple tuple(Object... parameters) {
        return Tuple.from(parameters);
    }

    private class OnConnection implements Statements {

        private final SqlConnection connection;

        private OnConnection(SqlConnection connection) {
            this.connection = connection;
        }

        @Override
        public RowSet<Row> query(String sql, Object... parameters) {
            return await(begin(sql, parameters));
        }

        @Override
        public int batch(String sql, List<Tuple> rows) {
            return rows.isEmpty()
                    ? 0
                    : await(connection.preparedQuery(sql).executeBatch(rows)).rowCount();
        }

        Future<RowSet<Row>> begin(String sql, Object... parameters) {
            return connection.preparedQuery(sql).execute(tuple(parameters));
        }
    }

    private final class InTransaction extends OnConnection {

        private final Queue<Future<RowSet<Row>>> sent = new ArrayDeque<>();

        private InTransaction(SqlConnection connection) {
            super(connection);
        }

        @Override
        public void send(String sql, Object... parameters) {
            sent.add(begin(sql, parameters));
        }

        @Override
        public RowSet<Row> query(String sql, Object... parameters) {
            try {
                return super.query(sql, parameters);
            } catch (DatabaseUnavailable e) {
                throw causeOf(e);
            }
        }

        @Override
        public int batch(String sql, List<Tuple> rows) {
            try {
                return super.batch(sql, rows);
            } catch (DatabaseUnavailable e) {
                throw causeOf(e);
            }
        }

        void awaitSent() {
            for (Future<RowSet<Row>> each = sent.poll(); each != null; each = sent.poll()) {
                await(each);
            }
        }

        /** Once a statement sent before has failed, the server refuses those that follow: it is the one to blame. */
        private RuntimeException causeOf(DatabaseUnavailable refused) {
            return sent.stream()
                    .filter(Future::failed)
                    .findFirst()
                    .map(failed -> DatabaseErrors.meaningOf(failed.cause()))
                    .orElse(refused);
        }
    }

    /** The first row of an answer. */
    static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    static <T> List<T> map(RowSet<Row> rows, Function<Row, T> reader) {
        List<T> result = new ArrayList<>(rows.size());
        for (Row row : rows) {
            result.add(reader.apply(row));
        }
        return result;
    }
}
