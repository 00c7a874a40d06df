package io.recio.mainapp;

import io.recio.fixtures.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postgresql.PGConnection;

/** Plays the trade manager in SQL: listens for requests and answers each new one with the same JSON. */
public final class TradeManagerStandIn implements AutoCloseable {

    private final Connection connection;
    private final String answer;
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean stopping;

    public TradeManagerStandIn(TestDatabase database, String answer) {
        this.connection = database.admin();
        this.answer = answer;
        this.thread = Thread.ofPlatform().name("trade-manager-stand-in").start(this::run);
    }

    /** The kind, ticker, side and quantity of each request answered. */
    public List<String> answered() {
        return List.copyOf(answered);
    }

    private void run() {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN requests");
            while (!stopping) {
                var now = new ArrayList<String>();
                connection.setAutoCommit(false);
                try (var rows = statement.executeQuery(
                        "UPDATE trading.requests SET state = 'answered', answer = '" + answer
                                + "', answered_at = clock_timestamp() WHERE state = 'new' RETURNING kind, ticker, side, quantity")) {
                    while (rows.next()) {
                        now.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3) + " "
                                + rows.getString(4));
                    }
                }
                // Known here before the application can see it.
                answered.addAll(now);
                connection.commit();
                connection.setAutoCommit(true);
                connection.unwrap(PGConnection.class).getNotifications(100);
            }
        } catch (SQLException e) {
            if (!stopping) {
                throw new IllegalStateException("stand-in failed", e);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
