package io.recio.localstack.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Questions to the demo's database as its administrator; each on a connection of its own, for PostgreSQL may be killed. */
final class DemoDatabase {

    private final ConnectionSource source;

    /** Opens a connection. */
    @FunctionalInterface
    interface ConnectionSource {
        Connection open() throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    DemoDatabase(ConnectionSource source) {
        this.source = source;
    }

    <T> List<T> list(Reader<T> reader, String sql, Object... parameters) throws SQLException {
        try (Connection connection = source.open();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        }
    }

    long count(String from, Object... parameters) throws SQLException {
        return list(row -> row.getLong(1), "SELECT count(*) FROM " + from, parameters)
                .getFirst();
    }

    void update(String sql, Object... parameters) throws SQLException {
        try (Connection connection = source.open();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
