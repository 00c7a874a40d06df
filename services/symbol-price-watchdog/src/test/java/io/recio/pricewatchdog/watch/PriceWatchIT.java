package io.recio.pricewatchdog.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TestDatabaseResource;
import io.recio.servicekit.DeskRunner;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service between a Coinbase on localhost and PostgreSQL. Each test takes the lease anew, in hours of its own. */
@QuarkusTest
@WithTestResource(TestDatabaseResource.class)
@WithTestResource(FakeCoinbaseResource.class)
class PriceWatchIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    TestDatabase database;
    FakeCoinbase exchange;

    @Inject
    DeskRunner runner;

    @Inject
    BusinessClock clock;

    /** The start of the test's first second, half a minute ago. */
    private BusinessTime start;

    private long firstId;

    @BeforeEach
    void untilSubscribed() {
        await().atMost(SOON).until(() -> runner.isActive() && exchange.isSubscribed());
        start = BusinessTime.ofEpochSecond(clock.now().epochSecond() - 40);
        firstId = start.epochSecond() * 10;
    }

    @AfterEach
    void beginAnew() {
        exchange.clear();
        database.execute("DELETE FROM live_data.price_log; DELETE FROM live_data.latest_price;"
                + " DELETE FROM history.minute_bars; DELETE FROM system.alerts");
        restart();
    }

    @Test
    void writesARowForEachSecondWithItsQuality() {
        exchange.trade(firstId, "118000.10", at(0.2));
        exchange.trade(firstId + 1, "118000.20", at(0.9));
        exchange.heartbeat(firstId + 1, at(1.5));
        exchange.heartbeat(firstId + 1, at(2.5));
        exchange.trade(firstId + 2, "118001.00", at(3.1));
        exchange.trade(firstId + 3, "118002.00", at(4.0));

        await().atMost(SOON).untilAsserted(() -> assertThat(rows())
                .containsExactly(
                        "0 118000.200000 traded",
                        "1 118000.200000 quiet",
                        "2 118000.200000 quiet",
                        "3 118001.000000 traded"));
        assertThat(text("SELECT price::text || ' ' || trade_id FROM live_data.latest_price"))
                .containsExactly("118002.000000 " + (firstId + 3));
    }

    @Test
    void asksForTradesThatTheFeedSkippedAndWritesTheirSecondsAgain() {
        exchange.trade(firstId, "100", at(0.5));
        exchange.record(firstId + 1, "101", at(1.2));
        exchange.record(firstId + 2, "102", at(1.7));
        exchange.trade(firstId + 3, "103", at(3.5));
        exchange.heartbeat(firstId + 3, at(4.2));
        exchange.heartbeat(firstId + 3, at(5.2));

        await().atMost(SOON).untilAsserted(() -> assertThat(rows())
                .containsExactly(
                        "0 100.000000 traded",
                        "1 102.000000 backfilled",
                        "2 102.000000 backfilled",
                        "3 103.000000 traded",
                        "4 103.000000 quiet"));
    }

    @Test
    void fillsWhatHappenedWhileItWasAwayFromTheExchangesTrades() {
        exchange.trade(firstId, "200", at(0.5));
        exchange.trade(firstId + 1, "201", at(1.5));
        exchange.trade(firstId + 2, "202", at(2.5));
        await().atMost(SOON).untilAsserted(() -> assertThat(rows()).hasSize(2));

        restart();
        assertThat(text("SELECT feed_state FROM live_data.latest_price")).containsExactly("cached");
        exchange.record(firstId + 3, "205", at(5.5));
        exchange.record(firstId + 4, "207", at(7.9));
        exchange.trade(firstId + 5, "209", at(9.1));
        exchange.trade(firstId + 6, "210", at(10.1));

        await().atMost(SOON).untilAsserted(() -> assertThat(rows())
                .containsExactly(
                        "0 200.000000 traded",
                        "1 201.000000 traded",
                        "2 202.000000 backfilled",
                        "3 202.000000 backfilled",
                        "4 202.000000 backfilled",
                        "5 205.000000 backfilled",
                        "6 205.000000 backfilled",
                        "7 207.000000 backfilled",
                        "8 207.000000 backfilled",
                        "9 209.000000 traded"));
    }

    @Test
    void drawsALineThroughWhatNobodyKnowsAndUsesItForNothing() {
        exchange.trade(firstId, "300", at(0.5));
        exchange.trade(firstId + 5, "304", at(4.5));
        exchange.heartbeat(firstId + 5, at(5.6));
        exchange.heartbeat(firstId + 5, at(6.7));

        await().atMost(SOON).untilAsserted(() -> assertThat(rows())
                .containsExactly(
                        "0 300.000000 traded",
                        "1 301.000000 interpolated",
                        "2 302.000000 interpolated",
                        "3 303.000000 interpolated",
                        "4 304.000000 traded",
                        "5 304.000000 quiet"));
        assertThat(
                        text(
                                "SELECT vol_30s FROM live_data.price_log WHERE quality = 'interpolated' AND momentum IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void raisesOneAlertForALastingSilence() {
        exchange.trade(firstId, "400", clock.now());
        awaitState("live");

        await().atMost(SOON).untilAsserted(() -> assertThat(text("SELECT code || ' ' || severity FROM system.alerts"))
                .containsExactly("FEED_GAP warning"));
        await().during(Duration.ofSeconds(1)).atMost(SOON).untilAsserted(() -> assertThat(
                        text("SELECT code FROM system.alerts"))
                .hasSize(1));
    }

    @Test
    void passesOverMalformedFramesAndMessagesFromTheFuture() {
        exchange.trade(firstId, "500", at(0.5));
        exchange.send("{\"type\":\"ticker\",\"price\":");
        exchange.send("{\"type\":\"match\",\"product_id\":\"BTC-USD\",\"price\":\"-1\"}");
        exchange.trade(firstId + 1, "999", at(86_400));
        exchange.trade(firstId + 2, "502", at(1.5));
        exchange.trade(firstId + 3, "503", at(2.5));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows()).containsExactly("0 500.000000 traded", "1 502.000000 traded"));
    }

    @Test
    void marksTheFeedSilentAndLiveAgain() {
        BusinessTime now = clock.now();
        exchange.trade(firstId, "600", now);
        awaitState("live");
        await().atMost(SOON).untilAsserted(() -> {
            exchange.heartbeat(firstId, clock.now());
            given().get("/q/health/ready").then().statusCode(200).body("checks[0].data.functional", equalTo(true));
        });
        awaitState("silent");
        await().atMost(SOON).until(exchange::isSubscribed);
        exchange.heartbeat(firstId, clock.now());
        awaitState("live");
    }

    private void awaitState(String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(text("SELECT feed_state FROM live_data.latest_price"))
                .containsExactly(state));
    }

    /** Takes the lease away and waits for the service to begin anew. */
    private void restart() {
        exchange.drop();
        database.execute("UPDATE system.leases SET holder = 'other', epoch = epoch + 1,"
                + " expires_at = clock_timestamp() + interval '1 second'");
        await().atMost(SOON).until(() -> !runner.isActive());
        await().atMost(SOON).until(() -> runner.isActive() && exchange.isSubscribed());
    }

    private BusinessTime at(double seconds) {
        return start.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** Of each second since the start: its offset, price and quality. */
    private List<String> rows() {
        return text("SELECT (extract(epoch FROM at)::bigint - " + start.epochSecond()
                + ")::text || ' ' || price || ' ' || quality FROM live_data.btc_price_log ORDER BY at");
    }

    private List<String> text(String query) {
        try (Connection connection = database.admin();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
