package io.recio.apiwatchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TestDatabaseResource;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

@QuarkusTest
@WithTestResource(TestDatabaseResource.class)
@WithTestResource(TestKalshiResource.class)
class MarketWatchIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Instant START = Instant.now();
    private static final String EVENT = "KXBTCD-26NOV2217";
    private static final String LOW = EVENT + "-T117999.99";
    private static final String HIGH = EVENT + "-T118249.99";

    private static final String FEED = "SELECT source || ' ' || valid || ' ' || coalesce(reason, 'null')"
            + " FROM markets.book_feeds WHERE event_ticker = '" + EVENT + "'";

    TestDatabase database;
    TestKalshi kalshi;
    Path data;

    @BeforeEach
    void untilBooksCanBeBelieved() {
        kalshi.failRest(false);
        kalshi.refuseStream(false);
        kalshi.withholdSnapshots(false);
        kalshi.trade(true);
        kalshi.list(
                EVENT,
                START.minus(Duration.ofMinutes(20)),
                START.plus(Duration.ofMinutes(40)),
                "active",
                "117999.99",
                "118249.99");
        awaitRow("websocket true null", FEED);
    }

    @Test
    void writesWhatItFindsFromSeriesToBooks() throws Exception {
        try (Connection listener = listen("book")) {
            kalshi.rest(LOW, "0.9600", "150.00");

            awaitRow("[[\"0.9600\", \"150.00\"]] [] 1200.00", book(LOW));
            await().atMost(SOON).until(() -> heard(listener).contains("BTC"));
        }
        assertThat(row("SELECT title || ' ' || fee_type || ' ' || fee_multiplier FROM markets.series"
                        + " WHERE series_ticker = 'KXBTCD'"))
                .isEqualTo("Bitcoin price quadratic 1.0000");
        assertThat(row("SELECT symbol || ' ' || exchange_index FROM markets.events WHERE event_ticker = '" + EVENT
                        + "'"))
                .isEqualTo("BTC 2");
        assertThat(row(
                        "SELECT strike_type || ' ' || floor_strike || ' ' || status || ' ' || grid::text || ' ' || volume"
                                + " FROM markets.markets WHERE ticker = '" + LOW + "'"))
                .isEqualTo("GREATER 117999.990000 ACTIVE [{\"end\": \"1.0000\", \"step\": \"0.0100\","
                        + " \"start\": \"0.0000\"}] 1200.00");
    }

    @Test
    void raisesTheRevisionWithEachCommit() {
        kalshi.rest(LOW, "0.5100", "1.00");
        awaitRow("[[\"0.5100\", \"1.00\"]] [] 1200.00", book(LOW));
        long first = revision(LOW);
        kalshi.rest(HIGH, "0.4100", "1.00");
        awaitRow("[[\"0.4100\", \"1.00\"]] [] 1200.00", book(HIGH));

        assertThat(revision(HIGH)).isGreaterThan(first);
        assertThat(revision(LOW)).isEqualTo(first);
    }

    @Test
    void refreshesWhenItLastHeardAtLeastOnceASecond() {
        await().during(Duration.ofSeconds(3))
                .atMost(SOON)
                .until(() -> Double.parseDouble(
                                row("SELECT extract(epoch FROM clock_timestamp() - heard_at) FROM markets.book_feeds"
                                        + " WHERE event_ticker = '" + EVENT + "'"))
                        < 2.5);
    }

    @Test
    void callsBooksInvalidAtOnceAfterAGapAndRecovers() {
        kalshi.withholdSnapshots(true);
        kalshi.skipSequence(LOW);
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(row(FEED)).startsWith("websocket false sequence"));

        kalshi.withholdSnapshots(false);
        awaitRow("websocket true null", FEED);
    }

    @Test
    void readsBooksByRestWhileTheStreamIsAway() {
        kalshi.refuseStream(true);
        awaitFeed("websocket false ");
        kalshi.restSilently(HIGH, "0.3300", "7.00");

        awaitFeed("rest true ");
        awaitRow("[[\"0.3300\", \"7.00\"]] [] 1200.00", book(HIGH));

        kalshi.refuseStream(false);
        awaitRow("websocket true null", FEED);
    }

    @Test
    void goesOnAfterFramesItCannotRead() {
        kalshi.say("{\"type\":");
        kalshi.say("[1,2,3]");
        kalshi.say("{\"type\":\"ticker\",\"sid\":1,\"msg\":{\"market_ticker\":5,\"volume_fp\":\"many\"}}");
        kalshi.say("{\"type\":\"market_lifecycle_v2\",\"sid\":9,\"msg\":{\"event_type\":\"determined\"}}");
        kalshi.spoil(EVENT);
        awaitRow("websocket true null", FEED);

        kalshi.rest(LOW, "0.7700", "3.00");

        awaitRow("[[\"0.7700\", \"3.00\"]] [] 1200.00", book(LOW));
    }

    @Test
    void tellsOfAStatusChange() throws Exception {
        String shard =
                "SELECT exchange_active || ' ' || trading_active FROM markets.exchange_status WHERE exchange_index = 2";
        awaitRow("true true", shard);
        try (Connection listener = listen("exchange")) {
            kalshi.trade(false);

            awaitRow("true false", shard);
            await().atMost(SOON).until(() -> !heard(listener).isEmpty());
        }
        assertThat(row("SELECT count(*) FROM markets.schedule")).isEqualTo("1");
    }

    @Test
    void bringsResultsAndSettlementsAsTheStreamTellsThem() {
        String past = "KXBTCD-26NOV2216";
        Instant closed = START.minus(Duration.ofMinutes(20));
        kalshi.list(past, closed.minus(Duration.ofHours(1)), closed, "active", "117999.99");
        String market = "SELECT concat_ws(' ', status, result, settlement_value) FROM markets.markets WHERE ticker = '"
                + past + "-T117999.99'";
        awaitRow("CLOSED", market);

        kalshi.lifecycle(new JsonObject()
                .put("market_ticker", past + "-T117999.99")
                .put("event_type", "determined")
                .put("result", "yes")
                .put("determination_ts", closed.getEpochSecond() + 70)
                .put("settlement_value", "1.0000"));
        awaitRow("DETERMINED yes 1.0000", market);

        kalshi.lifecycle(new JsonObject()
                .put("market_ticker", past + "-T117999.99")
                .put("event_type", "settled")
                .put("settled_ts", closed.getEpochSecond() + 130));
        awaitRow("FINALIZED yes 1.0000", market);
    }

    @Test
    void followsAnAnnouncedEventBeforeItOpens() {
        String next = "KXBTCD-26NOV2218";
        Instant opens = START.plus(Duration.ofSeconds(40));
        kalshi.list(next, opens, opens.plus(Duration.ofMinutes(10)), "initialized", "118249.99");

        awaitRow("INITIALIZED", "SELECT status FROM markets.markets WHERE ticker = '" + next + "-T118249.99'");
        awaitRow("true", "SELECT valid::text FROM markets.book_feeds WHERE event_ticker = '" + next + "'");
    }

    @Test
    void warnsWhenTheApiDoesNotAnswerAndWhenItDoesAgain() {
        database.execute("DELETE FROM system.alerts");
        kalshi.failRest(true);
        awaitRow("API_UNREACHABLE", "SELECT string_agg(code, ',' ORDER BY raised_at) FROM system.alerts");
        awaitRow("false", "SELECT reachable::text FROM markets.api_health");

        kalshi.failRest(false);
        awaitRow("API_UNREACHABLE,API_REACHABLE", "SELECT string_agg(code, ',' ORDER BY raised_at) FROM system.alerts");
        awaitRow("true 0", "SELECT reachable || ' ' || failures_in_row FROM markets.api_health");
    }

    @Test
    void keepsTheSnapshotFileUpToDate() {
        Path file = data.resolve("live_data/markets/kalshi/btc_market_snapshot.json");
        kalshi.rest(LOW, "0.8800", "4.00");

        await().atMost(SOON).untilAsserted(() -> {
            JsonObject snapshot = new JsonObject(Files.readString(file));
            assertThat(snapshot.getString("event_ticker")).isEqualTo(EVENT);
            assertThat(snapshot.getJsonArray("markets").getJsonObject(0).getString("yes_bid"))
                    .isEqualTo("0.8800");
            assertThat(snapshot.getJsonObject("book_feed").getBoolean("valid")).isTrue();
        });
    }

    @Test
    void leavesAHeartbeatInTheStatusReports() {
        await().atMost(SOON)
                .until(() -> !row("SELECT count(*) FROM system.status_reports WHERE service = 'kalshi-api-watchdog'")
                        .equals("0"));
    }

    private static String book(String ticker) {
        return "SELECT yes_bids::text || ' ' || no_bids::text || ' ' || volume FROM markets.books WHERE ticker = '"
                + ticker + "'";
    }

    private long revision(String ticker) {
        return Long.parseLong(row("SELECT revision FROM markets.books WHERE ticker = '" + ticker + "'"));
    }

    private void awaitFeed(String beginning) {
        await().atMost(SOON).untilAsserted(() -> assertThat(row(FEED)).startsWith(beginning));
    }

    private void awaitRow(String expected, String sql) {
        await().atMost(SOON).untilAsserted(() -> assertThat(row(sql)).isEqualTo(expected));
    }

    private String row(String sql) {
        try (Connection connection = database.admin();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "none";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection listen(String channel) throws SQLException {
        Connection connection = database.admin();
        connection.createStatement().execute("LISTEN " + channel);
        return connection;
    }

    private static List<String> heard(Connection listener) throws SQLException {
        List<String> payloads = new ArrayList<>();
        PGNotification[] notifications = listener.unwrap(PGConnection.class).getNotifications(200);
        if (notifications != null) {
            for (PGNotification notification : notifications) {
                payloads.add(notification.getParameter());
            }
        }
        return payloads;
    }
}
