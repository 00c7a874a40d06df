package io.recio.servicekit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.EncryptedDatabaseResource;
import io.recio.fixtures.TestDatabase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EncryptedDatabaseResource.class)
class DeskRunnerIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    TestDatabase database;

    @Inject
    RecordingDesk desk;

    @Inject
    DeskRunner runner;

    @BeforeEach
    void untilServing() {
        await().atMost(SOON).until(runner::isActive);
        runner.wake();
        await().atMost(SOON).until(() -> desk.calls.contains("step"));
        desk.calls.clear();
    }

    @Test
    void wakesTheDeskOnANotification() {
        database.execute("UPDATE settings.auto_entry SET position_size = 2");
        await().atMost(SOON).untilAsserted(() -> assertThat(desk.calls).contains("step"));
    }

    @Test
    void recoversWithANewEpochAfterAFailedStep() {
        long before = runner.lastEpoch();
        desk.failNextStep = true;
        runner.wake();
        await().atMost(SOON).untilAsserted(() -> assertThat(desk.calls)
                .containsSequence("stand down", "recover " + (before + 1), "step"));
    }

    @Test
    void standsByWhileAnotherInstanceHoldsTheLeaseAndTakesOverWhenItExpires() {
        database.execute("UPDATE system.leases SET holder = 'other', epoch = epoch + 1,"
                + " expires_at = clock_timestamp() + interval '1 hour'");
        await().atMost(SOON).untilAsserted(() -> assertThat(desk.calls).contains("stand down"));
        assertThat(runner.isActive()).isFalse();
        given().get("/q/health/ready").then().statusCode(200).body("checks[0].data.state", equalTo("standby"));
        database.execute("UPDATE system.leases SET expires_at = clock_timestamp()");
        await().atMost(SOON).until(runner::isActive);
    }

    @Test
    void beatsEachSecond() throws SQLException {
        await().atMost(SOON)
                .until(() -> count("system.heartbeats WHERE service = 'system-monitor' AND role = 'active'") == 1);
    }

    @Test
    void speaksToADatabaseThatProvedItselfOverTlsOnly() {
        assertThat(database.texts("SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                        + " WHERE usename = 'recio_system_monitor' AND query NOT LIKE 'LISTEN %'"))
                .containsExactly("t");
        assertThat(database.texts("SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                        + " WHERE usename = 'recio_system_monitor' AND query ~ 'LISTEN'"))
                .containsExactly("t");
    }

    @Test
    void keepsWhatItWarnsOfInTheDatabaseAndOnlyTheNewest() throws SQLException {
        database.execute("""
                INSERT INTO system.log_lines (service, instance, level, logger, message, logged_at, written_by)
                SELECT 'system-monitor', 'former', 'warning', 'Former', 'line ' || n, now(), 'recio_system_monitor'
                FROM generate_series(1, 520) n""");
        Logger.getLogger(DeskRunnerIT.class).infof("Nobody needs to know");
        Logger.getLogger(DeskRunnerIT.class).errorf("Desk on fire desk=%d", 7);
        await().atMost(SOON).untilAsserted(() -> assertThat(database.texts(
                        "SELECT level || ' ' || message FROM system.log_lines WHERE logger = 'DeskRunnerIT'"))
                .containsExactly("error Desk on fire desk=7"));
        assertThat(count("system.log_lines WHERE service = 'system-monitor'")).isEqualTo(500);
        assertThat(count("system.log_lines WHERE message = 'line 20'")).isZero();
        database.execute("TRUNCATE system.log_lines");
    }

    @Test
    void answersHealthAndMetrics() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("functional"))
                .body("checks[0].data.service", equalTo("system-monitor"));
        given().get("/q/metrics").then().statusCode(200);
    }

    private int count(String from) throws SQLException {
        try (Connection connection = database.admin();
                ResultSet rows = connection.createStatement().executeQuery("SELECT count(*) FROM " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
