package io.recio.systemmonitor.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TestDatabaseResource;
import io.recio.storage.json.DomainJson;
import io.recio.systemmonitor.notification.PostOffice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabaseResource.class)
@WithTestResource(PostOffice.class)
@TestProfile(MonitorDeskIT.Hurried.class)
public class MonitorDeskIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** The monitor itself beats for real. */
    private static final List<String> OTHERS = List.of(
            "active-trade-supervisor",
            "auto-entry-supervisor",
            "cascading-failure-detector",
            "kalshi-account-sync",
            "kalshi-api-watchdog",
            "main-app",
            "symbol-price-watchdog-btc",
            "symbol-price-watchdog-eth",
            "trade-executor",
            "trade-manager",
            "unified-production-coordinator");

    private static HttpServer ready;

    TestDatabase database;

    /** Looks several times a second. */
    public static final class Hurried implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "system-monitor.interval", "0.3S",
                    "system-monitor.close-interval", "0.1S",
                    "system-monitor.start-grace", "0S",
                    "system-monitor.suspension.after", "0.3S",
                    "system-monitor.suspension.restore-after", "1S",
                    "system-monitor.alerts.service-lasting", "0.1S",
                    "system-monitor.alerts.clear-after", "1S",
                    "system-monitor.alerts.database.standby-lag", "0.05S",
                    "system-monitor.alerts.database.lasting", "0S",
                    "system-monitor.notification.poll", "0.1S");
        }
    }

    @BeforeAll
    static void answerForEveryService() throws IOException {
        ready = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ready.createContext("/q/health/ready", exchange -> {
            byte[] body = "{\"status\":\"UP\",\"checks\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        ready.start();
    }

    @AfterAll
    static void stop() {
        ready.stop(0);
    }

    /** What the monitor found before all was well is no news of the test's. */
    @BeforeEach
    void letAllBeWell() {
        database.execute("DELETE FROM system.heartbeats WHERE service <> 'system-monitor';"
                + "DELETE FROM system.node_figures; DELETE FROM system.leases WHERE name = 'trade-manager'");
        OTHERS.forEach(service -> beat(service, service + "-0", "active", 1));
        await().atMost(SOON).untilAsserted(() -> assertThat(newest("status")).isEqualTo("healthy"));
        await().atMost(SOON).until(() -> count("system.suspensions WHERE suspended_by = 'recio_system_monitor'") == 0);
        await().atMost(SOON).ignoreExceptions().until(() -> {
            database.execute("DELETE FROM system.requests; DELETE FROM system.alerts");
            return true;
        });
    }

    @Test
    void writesARowWithAllTwelveServicesTheMachineTheDatabaseAndTheNetwork() throws IOException {
        database.execute("""
                INSERT INTO markets.api_health (reachable, latency_ms, failures_in_row, checked_at)
                VALUES (true, 42, 0, clock_timestamp()) ON CONFLICT (id) DO UPDATE SET latency_ms = 42""");
        database.execute("""
                UPDATE system.heartbeats SET freshness = '{"tick": {"ageMs": 120, "limitMs": 3000, "ok": true}}'
                WHERE service = 'symbol-price-watchdog-btc'""");
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        json("network").at("/kalshi/latencyMs").asInt())
                .isEqualTo(42));
        List<String> all = new ArrayList<>(OTHERS);
        all.add("system-monitor");
        assertThat(names(json("services")))
                .containsExactlyElementsOf(all.stream().sorted().toList());
        assertThat(json("services").findValuesAsText("state")).containsOnly("HEALTHY");
        assertThat(json("resources").get("memoryTotalBytes").asLong()).isGreaterThan(1L << 27);
        assertThat(json("resources").at("/disk/totalBytes").asLong()).isPositive();
        assertThat(json("resources").at("/disks/0/totalBytes").asLong())
                .as("from its own heartbeat")
                .isEqualTo(json("resources").at("/disk/totalBytes").asLong());
        assertThat(json("resources").has("nodes")).isFalse();
        assertThat(json("database").get("sizeBytes").asLong()).isGreaterThan(1L << 20);
        assertThat(json("database").get("connections").asInt()).isPositive();
        assertThat(json("database").get("maxConnections").asInt())
                .isEqualTo(
                        Integer.parseInt(database.texts("SHOW max_connections").getFirst()));
        assertThat(json("database").get("commitMs").asLong()).isBetween(0L, 5_000L);
        assertThat(json("database").get("standbys")).isEmpty();
        assertThat(json("network").at("/coinbase/0/service").asText()).isEqualTo("symbol-price-watchdog-btc");
        assertThat(json("network").at("/coinbase/0/ok").asBoolean()).isTrue();
        assertThat(json("duplicates")).isEmpty();
    }

    @Test
    void asksOnceForTheEndOfADuplicateAndTheNewestLeaseWins() {
        database.execute("UPDATE system.heartbeats SET epoch = 9 WHERE instance = 'trade-manager-0';"
                + "INSERT INTO system.leases VALUES ('trade-manager', 'trade-manager-0', 9, 'infinity')");
        beat("trade-manager", "trade-manager-old", "active", 8);
        await().atMost(SOON).until(() -> count("system.requests") == 1);
        await().atMost(SOON).until(() -> count("system.alerts WHERE code = 'DUPLICATE_INSTANCE'") == 1);
        assertThat(text("SELECT kind || ' ' || service || ' ' || instance || ' ' || reason || ' ' || requested_by"
                        + " FROM system.requests"))
                .isEqualTo("end_duplicate trade-manager trade-manager-old active in epoch 8, the newest lease has 9"
                        + " recio_system_monitor");
        long rows = count("system.health_status");
        await().atMost(SOON).until(() -> count("system.health_status") > rows + 2);
        assertThat(count("system.requests")).isEqualTo(1);
        assertThat(newest("status")).isEqualTo("degraded");
        assertThat(json("duplicates").get(0).get("instance").asText()).isEqualTo("trade-manager-old");
    }

    @Test
    void holdsAutoEntryBackOnACriticalFailureAndRestoresExactlyWhatWasSet() {
        database.execute("UPDATE settings.auto_entry SET enabled = true");
        database.execute("INSERT INTO system.suspensions (automation, suspended_by, reason)"
                + " VALUES ('auto_entry', 'recio_auto_entry_supervisor', 'its own')");
        database.execute("UPDATE system.heartbeats SET functional = false,"
                + " freshness = '{\"orders\": {\"ageMs\": 9000, \"limitMs\": 5000, \"ok\": false}}'"
                + " WHERE service = 'trade-executor'");
        await().atMost(SOON).until(() -> count("system.suspensions WHERE suspended_by = 'recio_system_monitor'") == 1);
        assertThat(text("SELECT reason FROM system.suspensions WHERE suspended_by = 'recio_system_monitor'"))
                .isEqualTo("trade-executor: no correct result, late: orders");
        assertThat(newest("status")).isEqualTo("critical");
        assertThat(count("system.alerts WHERE code = 'AUTO_ENTRY_SUSPENDED' AND severity = 'critical'"))
                .isEqualTo(1);
        database.execute("UPDATE system.heartbeats SET functional = true WHERE service = 'trade-executor'");
        await().atMost(SOON).until(() -> count("system.suspensions WHERE suspended_by = 'recio_system_monitor'") == 0);
        assertThat(text("SELECT reason FROM system.suspensions")).isEqualTo("its own");
        assertThat(count("system.alerts WHERE code = 'AUTO_ENTRY_SUSPENDED' AND resolved_at IS NOT NULL"))
                .as("nobody is called again")
                .isEqualTo(1);
        assertThat(count("settings.auto_entry WHERE enabled")).isEqualTo(1);
        database.execute("DELETE FROM system.suspensions");
    }

    @Test
    void tellsOfASlowCommitAndResolvesItWhenCommitsAreFastAgain() {
        database.execute("""
                CREATE FUNCTION system.test_slow() RETURNS trigger LANGUAGE plpgsql
                    AS 'BEGIN PERFORM pg_sleep(1.1); RETURN NULL; END';
                CREATE CONSTRAINT TRIGGER test_slow AFTER UPDATE ON system.heartbeats DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW WHEN (NEW.service = 'system-monitor' AND NEW.freshness = OLD.freshness)
                    EXECUTE FUNCTION system.test_slow()""");
        try {
            await().atMost(SOON).until(() -> count("system.alerts WHERE code = 'COMMIT_SLOW'") == 1);
            assertThat(text("SELECT message FROM system.alerts WHERE code = 'COMMIT_SLOW'"))
                    .isEqualTo("A commit takes longer than 1000 ms");
            await().atMost(SOON).until(() -> json("database").get("commitMs").asLong() > 1_000);
        } finally {
            database.execute("DROP TRIGGER test_slow ON system.heartbeats; DROP FUNCTION system.test_slow()");
        }
        await().atMost(SOON)
                .until(() -> count("system.alerts WHERE code = 'COMMIT_SLOW' AND resolved_at IS NOT NULL") == 1);
    }

    @Test
    void seesAStandbyThatFollowsAndTellsWhenItFallsBehind() throws SQLException {
        try (Follower follower = Follower.of(database, "standby-one")) {
            await().atMost(SOON).until(() -> {
                follower.apply();
                return json("database").at("/standbys/0/lagBytes").isNumber();
            });
            JsonNode standby = json("database").at("/standbys/0");
            assertThat(standby.get("name").asText()).isEqualTo("standby-one");
            assertThat(standby.get("synchronous").asBoolean()).isFalse();
            await().atMost(SOON).until(() -> {
                follower.apply();
                return count("system.alerts WHERE code = 'STANDBY_BEHIND'") == 1;
            });
            assertThat(text("SELECT message FROM system.alerts WHERE code = 'STANDBY_BEHIND'"))
                    .startsWith("Standby standby-one is behind by more than ");
        }
        await().atMost(SOON).until(() -> json("database").get("standbys").isEmpty());
    }

    @Test
    void tellsWhichPodAndWhichNodeUsesTooMuch() {
        database.execute("""
                UPDATE system.heartbeats SET resources = '{"node": "n1",
                    "group": {"id": "1:7", "memoryBytes": 86, "memoryLimitBytes": 100},
                    "disk": {"id": "9", "path": "/data", "percent": 91, "totalBytes": 100, "freeBytes": 9}}'
                WHERE service = 'kalshi-api-watchdog';
                INSERT INTO system.node_figures (node, figures) VALUES
                    ('worker-1', '{"cpuMillis": 100, "cpuMillisMost": 4000, "memoryBytes": 86, "memoryBytesMost": 100,
                        "pressures": ["DiskPressure"]}'),
                    ('worker-2', '{"cpuMillisMost": 4000}');
                INSERT INTO system.node_figures (node, read_at, figures)
                VALUES ('worker-gone', now() - interval '3 minutes', '{"memoryBytes": 99, "memoryBytesMost": 100}')""");
        await().atMost(SOON).until(() -> count("system.alerts WHERE code = 'NODE_UNDER_PRESSURE'") == 1);
        assertThat(database.texts(
                        "SELECT code || ': ' || message FROM system.alerts WHERE facts->>'instances' IS NOT NULL"
                                + " OR facts->>'node' IS NOT NULL ORDER BY code, message"))
                .containsExactly(
                        "DISK_FULL: Disk of kalshi-api-watchdog-0 is used to 91.0 %",
                        "DISK_HIGH: Disk of kalshi-api-watchdog-0 is used to 91.0 %",
                        "MEMORY_HIGH: Memory of kalshi-api-watchdog-0 is used to 86.0 %",
                        "MEMORY_HIGH: Memory of node worker-1 is used to 86.0 %",
                        "NODE_UNDER_PRESSURE: Node worker-1 lacks room: DiskPressure");
        JsonNode nodes = json("resources").get("nodes");
        assertThat(nodes.findValuesAsText("node")).containsExactly("worker-1", "worker-2");
        assertThat(nodes.at("/0/cpuPercent").asDouble()).isEqualTo(2.5);
        assertThat(nodes.get(1).has("cpuPercent")).isFalse();
        assertThat(nodes.get(1).has("memoryPercent")).isFalse();
    }

    @Test
    void isDegradedWhileKalshiCannotBeReachedAndShowsTheWayToBothExchanges() {
        database.execute("""
                INSERT INTO markets.api_health (reachable, failures_in_row, checked_at) VALUES (false, 3, clock_timestamp())
                ON CONFLICT (id) DO UPDATE SET reachable = false, failures_in_row = 3;
                UPDATE system.heartbeats SET freshness = '{"tick": {"ageMs": 9000, "limitMs": 3000, "ok": false}}'
                WHERE service = 'symbol-price-watchdog-eth'""");
        try {
            await().atMost(SOON).until(() -> newest("status").equals("degraded"));
            assertThat(json("network").at("/kalshi/reachable").asBoolean()).isFalse();
            assertThat(json("network").at("/kalshi/failuresInRow").asInt()).isEqualTo(3);
            assertThat(json("network").at("/coinbase/1/service").asText()).isEqualTo("symbol-price-watchdog-eth");
            assertThat(json("network").at("/coinbase/1/ok").asBoolean()).isFalse();
        } finally {
            database.execute("UPDATE markets.api_health SET reachable = true");
        }
    }

    @Test
    void deletesTheHeartbeatOfAnInstanceThatIsGone() {
        database.execute("""
                INSERT INTO system.heartbeats (service, instance, role, epoch, started_at, beat_at, functional, freshness,
                    work_done, memory_bytes, cpu_millis, version, host, port, written_by)
                VALUES ('main-app', 'main-app-gone', 'active', 1, now(), now() - interval '61 seconds', true, '{}',
                    0, 0, 0, '1', '127.0.0.1', 1, 'recio_main_app')""");
        await().atMost(SOON).until(() -> count("system.heartbeats WHERE instance = 'main-app-gone'") == 0);
        assertThat(count("system.heartbeats WHERE instance = 'main-app-0'")).isEqualTo(1);
    }

    /** Beats for an hour to come. */
    private void beat(String service, String instance, String role, long epoch) {
        database.execute(
                """
                INSERT INTO system.heartbeats (service, instance, role, epoch, started_at, beat_at, functional, freshness,
                    work_done, memory_bytes, cpu_millis, version, host, port, written_by)
                VALUES ('%s', '%s', '%s', %d, now(), now() + interval '1 hour', true, '{}',
                    1, 100000000, 1000, '1', '127.0.0.1', %d, 'recio_test')""".formatted(service, instance, role, epoch, ready.getAddress().getPort()));
    }

    private static List<String> names(JsonNode services) {
        return StreamSupport.stream(services.spliterator(), false)
                .map(service -> service.get("service").asText())
                .toList();
    }

    private JsonNode json(String column) {
        try {
            return DomainJson.MAPPER.readTree(newest(column));
        } catch (IOException e) {
            throw new IllegalStateException(column, e);
        }
    }

    private String newest(String column) {
        return text("SELECT " + column + "::text FROM system.health_status ORDER BY health_id DESC LIMIT 1");
    }

    private long count(String from) {
        return Long.parseLong(text("SELECT count(*)::text FROM " + from));
    }

    private String text(String sql) {
        try (Connection connection = database.admin();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
