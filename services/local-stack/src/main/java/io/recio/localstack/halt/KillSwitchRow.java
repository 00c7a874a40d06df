package io.recio.localstack.halt;

import io.recio.localstack.postgres.DatabaseServer;
import io.recio.storage.system.Mode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;

/** Throws the kill switch in the database, with an alert, if the database answers at once. */
public final class KillSwitchRow {

    private static final String SECONDS = "2";
    private static final String BY = "recio halt";
    private static final String REASON = "halted from the command line";

    private final DatabaseServer server;

    public KillSwitchRow(DatabaseServer server) {
        this.server = server;
    }

    /**
     * A switch that is on stays on with its first reason; the alert tells of this command in any case.
     *
     * @throws SQLException when the database does not answer or has no such tables
     */
    public void trip(Mode mode, String account) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", server.admin());
        properties.setProperty("password", server.adminPassword());
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), properties)) {
            connection.setAutoCommit(false);
            try (PreparedStatement trip = connection.prepareStatement("""
                INSERT INTO trading.risk_state AS now (account, mode, kill_switch, kill_reason, kill_by, kill_at)
                VALUES (?, ?, true, ?, ?, clock_timestamp())
                ON CONFLICT (account, mode) DO UPDATE SET
                    kill_reason = CASE WHEN now.kill_switch THEN now.kill_reason ELSE excluded.kill_reason END,
                    kill_by = CASE WHEN now.kill_switch THEN now.kill_by ELSE excluded.kill_by END,
                    kill_at = CASE WHEN now.kill_switch THEN now.kill_at ELSE excluded.kill_at END,
                    kill_switch = true, updated_at = clock_timestamp()\
                """)) {
                trip.setString(1, account);
                trip.setString(2, mode.text());
                trip.setString(3, REASON);
                trip.setString(4, BY);
                trip.executeUpdate();
            }
            try (PreparedStatement alert = connection.prepareStatement("""
                INSERT INTO system.alerts (severity, code, message)
                VALUES ('critical', 'HALTED', 'recio halt threw the kill switch and took everything down at Kalshi')\
                """)) {
                alert.executeUpdate();
            }
            connection.commit();
        }
    }
}
