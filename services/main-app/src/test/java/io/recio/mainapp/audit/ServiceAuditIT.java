package io.recio.mainapp.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ScreenDatabaseResource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What services do to the kill switch and the halt stands in the one chain, written by the database itself. */
@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class ServiceAuditIT {

    private static final String TRIP = "UPDATE trading.risk_state SET kill_switch = true, kill_reason = 'DAILY_LOSS',"
            + " kill_by = 'trade-manager', kill_at = clock_timestamp()";

    TestDatabase database;

    @BeforeEach
    void aRiskRow() {
        database.execute("""
            INSERT INTO trading.risk_state (account, mode) VALUES ('simulated', 'simulated') ON CONFLICT DO NOTHING;
            UPDATE trading.risk_state SET kill_switch = false, kill_reason = NULL, kill_by = NULL, entries_halted = false,
                halt_reason = NULL, flatten = false;
            TRUNCATE auth.audit, system.alerts CASCADE\
            """);
    }

    @Test
    void chainsWhatEachServiceAndTheOperatorDid() throws SQLException {
        as("recio_trade_manager", "UPDATE trading.risk_state SET entries_halted = true, halt_reason = 'CASH by 5'");
        as("recio_trade_manager", TRIP);
        as("recio_trade_manager", TRIP);
        Browser trader = Browser.loggedIn(database, "trader", "trader");
        trader.changes()
                .body("{\"password\":\"" + Browser.PASSWORD + "\"}")
                .delete("/api/v1/kill-switch")
                .then()
                .statusCode(200);
        as("recio_trade_executor", "SELECT trading.throw_kill_switch('simulated', 'simulated', 'group g-1 triggered')");
        database.execute("UPDATE trading.risk_state SET kill_switch = false");
        as("recio_trade_manager", "UPDATE trading.risk_state SET entries_halted = false, halt_reason = NULL");

        assertThat(texts("SELECT concat_ws(' ', actor, action, facts ->> 'reason') FROM auth.audit"
                        + " WHERE action LIKE '%kill-switch' OR action LIKE '%entries' ORDER BY seq"))
                .containsExactly(
                        "trade-manager halt-entries CASH by 5",
                        "trade-manager trip-kill-switch DAILY_LOSS",
                        "trader clear-kill-switch",
                        "trade-executor trip-kill-switch group g-1 triggered",
                        "postgres clear-kill-switch group g-1 triggered",
                        "trade-manager resume-entries CASH by 5");
        Browser.loggedIn(database, "auditor", "admin")
                .reads()
                .get("/api/v1/audit/verification")
                .then()
                .body("intact", equalTo(true));
    }

    @Test
    void throwsTheSwitchEvenWhileTheAuditIsLockedAndTellsThatTheRowIsMissing() throws SQLException {
        try (Connection frozen = database.admin()) {
            frozen.setAutoCommit(false);
            frozen.createStatement().execute("SELECT pg_advisory_xact_lock(hashtextextended('auth.audit', 0))");
            as("recio_trade_manager", TRIP);
        }
        assertThat(texts("SELECT kill_switch FROM trading.risk_state")).containsExactly("t");
        assertThat(texts("SELECT count(*) FROM auth.audit")).containsExactly("0");
        assertThat(
                        texts(
                                "SELECT concat_ws(' ', severity, code, facts ->> 'actor', facts ->> 'action') FROM system.alerts"))
                .containsExactly("critical AUDIT_ROW_MISSING trade-manager trip-kill-switch");
    }

    @Test
    void letsNoServiceReadOrWriteTheAuditItself() {
        for (String role : List.of("recio_trade_manager", "recio_trade_executor", "recio_kalshi_account_sync")) {
            assertThatThrownBy(() -> as(role, "SELECT count(*) FROM auth.audit"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> as(role, "SELECT auth.append_audit('ada', 'clear-kill-switch', '{}')"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void letsAServiceResolveOnlyItsOwnAlerts() throws SQLException {
        as(
                "recio_trade_manager",
                "INSERT INTO system.alerts (severity, code, message) VALUES ('info', 'SAME', 'mine')");
        as(
                "recio_trade_executor",
                "INSERT INTO system.alerts (severity, code, message) VALUES ('info', 'SAME', 'theirs')");

        as("recio_trade_manager", "SELECT system.resolve_alerts('SAME')");

        assertThat(texts("SELECT message FROM system.alerts WHERE resolved_at IS NOT NULL"))
                .containsExactly("mine");
        assertThatThrownBy(() -> as("recio_trade_manager", "UPDATE system.alerts SET message = 'x'"))
                .hasMessageContaining("permission denied");
    }

    private void as(String role, String sql) throws SQLException {
        try (Connection connection = database.as(role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = database.admin();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
