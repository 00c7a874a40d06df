package io.recio.storage;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Statements on the database, each by itself or all within one transaction. Parameters are $1, $2, … */
public interface Statements {

    RowSet<Row> query(String sql, Object... parameters);

    /** Runs the statement once per tuple, pipelined; an empty list does nothing. */
    int batch(String sql, List<Tuple> rows);

    /** How many rows the statement wrote. */
    default int update(String sql, Object... parameters) {
        return query(sql, parameters).rowCount();
    }

    /**
     * Runs the statement without waiting for its answer. Within a transaction what it throws is thrown by a later statement
     * or before the commit; elsewhere it waits.
     */
    default void send(String sql, Object... parameters) {
        query(sql, parameters);
    }

    /** Reads that do not wait for each other; close it when all have been taken. */
    default Together together() {
        return new Together(this, () -> {});
    }

    default Optional<Row> first(String sql, Object... parameters) {
        return Database.first(query(sql, parameters));
    }

    default <T> List<T> list(Function<Row, T> reader, String sql, Object... parameters) {
        return Database.map(query(sql, parameters), reader);
    }

    /** Wakes the listeners of the channel when this commits; the payload is a hint. */
    default void notify(String channel, String payload) {
        send("SELECT pg_notify($1, $2)", channel, payload);
    }
}
