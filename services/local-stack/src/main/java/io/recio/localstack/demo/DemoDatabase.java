package io.recio.localstack.demo;

import io.recio.localstack.control.StackSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions to the database of a demonstration as its administrator. Each has a connection of its own and is asked again
 * for a while, for PostgreSQL may be stopped on purpose. Safe for several threads.
 */
public final class DemoDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ConnectionSource source;
    private final Duration patience;

    /** Opens a connection. */
    @FunctionalInterface
    public interface ConnectionSource {
        Connection open() throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(PreparedStatement statement) throws SQLException;
    }

    /** @param patience how long a question is asked again */
    public DemoDatabase(ConnectionSource source, Duration patience) {
        this.source = source;
        this.patience = patience;
    }

    public static DemoDatabase of(StackSession session) {
        return new DemoDatabase(() -> session.stack().database().admin(), PATIENCE);
    }

    /** A connection for whoever keeps one. */
    public Connection connection() throws SQLException {
        return source.open();
    }

    public <T> List<T> list(Reader<T> reader, String sql, Object... parameters) throws SQLException {
        return patiently(sql, parameters, statement -> {
            List<T> result = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    result.add(reader.read(rows));
                }
            }
            return result;
        });
    }

    public long count(String from, Object... parameters) throws SQLException {
        return list(row -> row.getLong(1), "SELECT count(*) FROM " + from, parameters)
                .getFirst();
    }

    public void update(String sql, Object... parameters) throws SQLException {
        patiently(sql, parameters, PreparedStatement::executeUpdate);
    }

    private <T> T patiently(String sql, Object[] parameters, Question<T> question) throws SQLException {
        long began = System.nanoTime();
        while (true) {
            try (Connection connection = source.open();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                return question.ask(statement);
            } catch (SQLException e) {
                if (!isAway(e) || System.nanoTime() - began > patience.toNanos()) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    /** Connection failures, a server that is starting or stopping. */
    private static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private static void pause(SQLException cause) throws SQLException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }
}
