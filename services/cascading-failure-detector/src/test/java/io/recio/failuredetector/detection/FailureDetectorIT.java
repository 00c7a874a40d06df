package io.recio.failuredetector.detection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.recio.failuredetector.node.NodeFigures;
import io.recio.failuredetector.node.NodeStore;
import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TestDatabaseResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabaseResource.class)
@WithTestResource(HttpHouse.class)
@TestProfile(FailureDetectorIT.Hurried.class)
class FailureDetectorIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String BTC = "symbol-price-watchdog-btc";
    private static final String COORDINATOR = "unified-production-coordinator";

    TestDatabase database;
    HttpHouse house;

    @Inject
    NodeStore nodes;

    /** Ten looks a second, and little patience. */
    public static final class Hurried implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cascading-failure-detector.interval", "0.1S",
                    "cascading-failure-detector.probe-timeout", "0.5S",
                    "cascading-failure-detector.policy.heartbeat-limit", "1S",
                    "cascading-failure-detector.policy.patience", "1S",
                    "cascading-failure-detector.policy.start-grace", "2S",
                    "cascading-failure-detector.policy.settle", "5S",
                    "recio.database.timeout", "1S");
        }
    }

    @BeforeEach
    void untilAllIsWell() {
        await().atMost(SOON).until(() -> text("SELECT count(*)::text FROM system.incidents WHERE closed_at IS NULL")
                .equals("0"));
        await().atMost(SOON).until(() -> text("SELECT count(*)::text FROM system.heartbeats"
                        + " WHERE service = 'cascading-failure-detector' AND role = 'active'")
                .equals("1"));
        house.commands.clear();
        database.execute("DELETE FROM system.remedies; DELETE FROM system.incidents; DELETE FROM system.alerts");
    }

    @Test
    void restartsOnlyTheSilentPriceWatchdogBehindAStaleTable() {
        house.stick(BTC, "tick");
        house.stick(COORDINATOR, "strike_table_btc");
        await().atMost(SOON).until(() -> !house.commands.isEmpty());
        house.recover(COORDINATOR);
        await().atMost(SOON).until(() -> text("SELECT root_cause || ' ' || level || ' ' || (closed_at IS NOT NULL)"
                        + " FROM system.incidents")
                .equals(BTC + " critical true"));
        assertThat(house.commands).containsExactly(BTC + "/restart");
        assertThat(text("SELECT symptoms->>'" + COORDINATOR + "' FROM system.incidents"))
                .isEqualTo("UNWELL NO_CORRECT_RESULT late=[strike_table_btc]");
        assertThat(text("SELECT service || ' ' || instance || ' ' || reason || ' ' || (incident_id IS NOT NULL)"
                        + " FROM system.remedies WHERE NOT withheld"))
                .isEqualTo(BTC + " " + BTC + "-0 NO_CORRECT_RESULT true");
        assertThat(text("SELECT reason FROM system.remedies WHERE withheld AND service = '" + COORDINATOR
                        + "' ORDER BY decided_at LIMIT 1"))
                .isEqualTo("DEPENDENCY_UNWELL: " + BTC);
        await().atMost(SOON).until(() -> text("SELECT outcome FROM system.remedies WHERE NOT withheld")
                .equals("well again"));
        assertThat(text("SELECT message || ' ' || severity || ' ' || raised_by FROM system.alerts"
                        + " WHERE code = 'SERVICE_RESTARTED'"))
                .isEqualTo(BTC + " is restarted as the root cause warning recio_cascading_failure_detector");
    }

    @Test
    void endsAFrozenInstance() {
        house.freeze("main-app");
        await().atMost(SOON).until(() -> house.commands.contains("main-app/restart"));
        await().atMost(SOON).until(() -> text("SELECT reason || ' ' || outcome FROM system.remedies WHERE NOT withheld")
                .equals("HEARTBEAT_MISSED well again"));
        assertThat(house.commands).containsExactly("main-app/restart");
    }

    @Test
    void freezesWhileTheDatabaseIsAwayAndTellsWhenItIsBack() {
        database.execute("ALTER ROLE recio_cascading_failure_detector NOLOGIN");
        database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE usename = 'recio_cascading_failure_detector'");
        try {
            await().atMost(SOON).until(() -> given().get("/q/health/ready")
                    .path("checks[0].data.database")
                    .equals("away"));
            house.stick("kalshi-account-sync", "account");
            given().get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks[0].data.state", equalTo("active"))
                    .body("checks[0].data.functional", equalTo(true));
            await().during(Duration.ofSeconds(4)).atMost(SOON).until(house.commands::isEmpty);
        } finally {
            database.execute("ALTER ROLE recio_cascading_failure_detector LOGIN");
        }
        await().atMost(SOON).until(() -> house.commands.contains("kalshi-account-sync/restart"));
        assertThat(text("SELECT root_cause FROM system.incidents WHERE root_cause = 'database'"
                        + " AND closed_at IS NOT NULL"))
                .isEqualTo("database");
        assertThat(text("SELECT withheld || ' ' || reason FROM system.remedies WHERE service = 'kalshi-account-sync'"
                        + " ORDER BY decided_at LIMIT 1"))
                .isEqualTo("true FOUNDATION_DOWN: DATABASE");
    }

    @Test
    void answersWhatIsAskedFor() {
        String before = house.instance("system-monitor");
        database.execute("INSERT INTO system.requests (kind, service, reason, on_behalf_of)"
                + " VALUES ('restart', 'system-monitor', 'new settings', 'ada')");
        database.execute("INSERT INTO system.requests (kind, service, reason) VALUES ('roll', 'tea-kettle', 'thirst')");
        await().atMost(SOON).until(() -> text("SELECT count(*)::text FROM system.requests WHERE state = 'new'")
                .equals("0"));
        assertThat(text("SELECT state || ' ' || answer FROM system.requests WHERE service = 'system-monitor'"))
                .isEqualTo("done 1 restarted");
        assertThat(text("SELECT state || ' ' || answer FROM system.requests WHERE service = 'tea-kettle'"))
                .startsWith("refused service must be one of [")
                .endsWith("], was 'tea-kettle'");
        assertThat(house.commands).containsExactly("system-monitor/restart");
        assertThat(house.instance("system-monitor")).isNotEqualTo(before);
    }

    @Test
    void endsTheInstanceThatDoesNotHoldTheNewestLease() {
        String holder = house.instance("trade-manager");
        String surplus = house.instance("main-app");
        database.execute("DELETE FROM system.leases WHERE name IN ('trade-manager', 'main-app');"
                + "INSERT INTO system.leases VALUES ('trade-manager', '" + holder + "', 7, 'infinity'),"
                + " ('main-app', 'main-app-newer', 7, 'infinity')");
        database.execute("INSERT INTO system.requests (kind, service, instance, reason) VALUES"
                + " ('end_duplicate', 'trade-manager', '" + holder + "', 'a test'),"
                + " ('end_duplicate', 'main-app', '" + surplus + "', 'a test')");
        await().atMost(SOON).until(() -> text("SELECT count(*)::text FROM system.requests WHERE state = 'new'")
                .equals("0"));
        assertThat(text("SELECT state || ' ' || answer FROM system.requests WHERE instance = '" + holder + "'"))
                .isEqualTo("refused the newest lease wins, and " + holder + " holds it");
        assertThat(text("SELECT state || ' ' || answer FROM system.requests WHERE instance = '" + surplus + "'"))
                .isEqualTo("done 1 restarted");
        assertThat(house.commands).containsExactly("main-app/restart");
        database.execute("DELETE FROM system.leases WHERE name IN ('trade-manager', 'main-app')");
    }

    @Test
    void raisesAnAlertForEachTestAndLeavesALaterReleasesRequestAlone() {
        database.execute("ALTER TABLE system.requests DROP CONSTRAINT system_requests_kind_known;"
                + "INSERT INTO system.requests (kind, reason) VALUES ('make_tea', 'thirst');"
                + "INSERT INTO system.requests (kind, reason, on_behalf_of) VALUES ('test_alert', 'try', 'ada'),"
                + " ('test_alert', 'try again', 'ada')");
        await().atMost(SOON).until(() -> text("SELECT count(*)::text FROM system.requests WHERE kind = 'test_alert'"
                        + " AND state = 'done'")
                .equals("2"));
        assertThat(text(
                        "SELECT string_agg(severity || ' ' || raised_by || ' ' || a.message || ' ' || (facts->>'reason'), ', '"
                                + " ORDER BY facts->>'reason') FROM system.alerts a JOIN system.requests r"
                                + " ON r.request_id = a.alert_id WHERE code = 'TEST_ALERT'"))
                .isEqualTo("info recio_cascading_failure_detector A test of the alerts, asked for by ada try,"
                        + " info recio_cascading_failure_detector A test of the alerts, asked for by ada try again");
        assertThat(text("SELECT state FROM system.requests WHERE kind = 'make_tea'"))
                .isEqualTo("new");
        database.execute(
                "DELETE FROM system.requests; ALTER TABLE system.requests ADD CONSTRAINT system_requests_kind_known"
                        + " CHECK (kind IN ('restart', 'roll', 'end_duplicate', 'restart_all', 'test_alert'))");
    }

    @Test
    void keepsTheFiguresOfTheNodesThatThereAre() {
        nodes.write(List.of(node("worker-1", Optional.of(100L)), node("worker-2", Optional.empty())));
        nodes.write(List.of(node("worker-2", Optional.empty()), node("worker-3", Optional.of(7L))));
        assertThat(database.texts("SELECT node || ' ' || figures::text FROM system.node_figures ORDER BY node"))
                .containsExactly(
                        "worker-2 {\"node\": \"worker-2\", \"pressures\": [\"NotReady\"], \"cpuMillisMost\": 4000}",
                        "worker-3 {\"node\": \"worker-3\", \"cpuMillis\": 7, \"pressures\": [\"NotReady\"],"
                                + " \"cpuMillisMost\": 4000}");
        nodes.write(List.of());
        assertThat(text("SELECT count(*)::text FROM system.node_figures")).isEqualTo("0");
    }

    private static NodeFigures node(String name, Optional<Long> used) {
        return new NodeFigures(
                name, used, Optional.empty(), Optional.of(4_000L), Optional.empty(), List.of("NotReady"));
    }

    private String text(String sql) {
        try (Connection connection = database.admin();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() && rows.getString(1) != null ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
