package io.recio.mainapp.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.DatabaseProxy;
import io.recio.mainapp.ExchangeRows;
import io.recio.mainapp.ScreenDatabaseResource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class StreamIT {

    TestDatabase database;
    DatabaseProxy proxy;

    @TestHTTPResource
    URI address;

    private ExchangeRows rows;
    private Browser browser;
    private Listener listener;

    @BeforeEach
    void aBrowserThatListens() {
        database.execute("TRUNCATE trading.trades, trading.requests CASCADE; DELETE FROM live_data.latest_price");
        rows = new ExchangeRows(database, Instant.now().plus(Duration.ofMinutes(10)));
        rows.price("BTC", "118082.01", 0.15, "live");
        browser = Browser.loggedIn(database, "listener", "viewer");
        listener = listen();
    }

    @AfterEach
    void leave() {
        listener.leave();
    }

    @Test
    void sendsASnapshotFirstThenChangesNumberedWithoutAGap() {
        listener.say("{\"subscribe\":[\"prices\"]}");
        JsonNode snapshot = listener.await(message -> isOf(message, "prices"));
        assertThat(snapshot.path("snapshot").asBoolean()).isTrue();
        assertThat(snapshot.at("/data/items/0/key").asText()).isEqualTo("BTC");
        assertThat(snapshot.at("/data/items/0/item/priceDollars").asText()).isEqualTo("118082.010000");
        assertThat(Instant.parse(snapshot.path("at").asText())).isBefore(Instant.now());

        rows.price("BTC", "118100.00", 0.15, "live");
        JsonNode change = listener.await(
                message -> isOf(message, "prices") && !message.path("snapshot").asBoolean());
        assertThat(change.at("/data/items/0/item/priceDollars").asText()).isEqualTo("118100.000000");
        assertThat(listener.messages().stream()
                        .map(message -> message.path("seq").asInt()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, listener.messages().size())
                                .boxed()
                                .toList());
    }

    @Test
    void sendsOnlyTheKeysThatAreFollowed() {
        rows.price("ETH", "4200.00", 0.1, "live");
        listener.say("{\"subscribe\":[\"prices:ETH\"]}");
        JsonNode snapshot = listener.await(message -> isOf(message, "prices"));
        assertThat(snapshot.at("/data/items")).hasSize(1);
        assertThat(snapshot.at("/data/items/0/key").asText()).isEqualTo("ETH");
    }

    @Test
    void tellsWhatIsGone() {
        UUID trade = rows.trade("BTC", 118000, "YES", "open", null);
        rows.valued(trade, ExchangeRows.ticker("BTC", 118000), "82.02", 0.976, "0.12");
        listener.say("{\"subscribe\":[\"active-trades\"]}");
        listener.await(message -> isOf(message, "active-trades"));
        database.execute("DELETE FROM trading.active_trades; SELECT pg_notify('active_trades', '')");
        JsonNode change = listener.await(message ->
                isOf(message, "active-trades") && !message.path("snapshot").asBoolean());
        assertThat(change.at("/data/removed/0").asText()).isEqualTo(trade.toString());
    }

    @Test
    void followsEveryTopic() {
        rows.markets("BTC", 118000, 250);
        rows.strikeTable("BTC", "118082.01", 118000, 250);
        String topics = List.of(Topic.values()).stream()
                .map(topic -> '"' + topic.text() + '"')
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        listener.say("{\"subscribe\":[" + topics + "]}");
        for (Topic topic : Topic.values()) {
            assertThat(listener.await(message -> isOf(message, topic.text()))
                            .path("snapshot")
                            .asBoolean())
                    .isTrue();
        }
        JsonNode table = listener.await(message -> isOf(message, "strike-table"));
        assertThat(table.at("/data/items/0/item/table/rows")).hasSize(21);
    }

    @Test
    void coalescesManyChangesIntoAtMostFiftyMessagesASecond() {
        listener.say("{\"subscribe\":[\"prices\"]}");
        listener.await(message -> isOf(message, "prices"));
        listener.forget();
        long started = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            rows.price("BTC", 118_000 + i + ".00", 0.15, "live");
        }
        JsonNode last = listener.await(message ->
                message.at("/data/items/0/item/priceDollars").asText().equals("118199.000000"));
        long elapsedMs = (System.nanoTime() - started) / 1_000_000;
        long sent = listener.messages().stream()
                .filter(message -> isOf(message, "prices"))
                .count();
        assertThat(last.path("type").asText()).isEqualTo("prices");
        assertThat(sent).isLessThanOrEqualTo(elapsedMs / 20 + 2);
    }

    @Test
    void beatsWithTheTimeOfTheMarkets() {
        JsonNode beat = listener.await(
                message -> isOf(message, "beat") && message.at("/data").has("businessAt"));
        assertThat(beat.at("/data/databaseAvailable").asBoolean()).isTrue();
        assertThat(beat.at("/data/speed").asInt()).isEqualTo(1);
    }

    @Test
    void endsTheFeedOfWhoeverSendsNonsense() {
        listener.say("{\"subscribe\":[\"secrets\"]}");
        JsonNode problem = listener.await(message -> isOf(message, "problem"));
        assertThat(problem.at("/data/expected").asText()).startsWith("{\"subscribe\":");
        Awaitility.await().untilAsserted(() -> assertThat(listener.closeCode()).isEqualTo(1008));
    }

    @Test
    void endsTheFeedAfterLogout() {
        browser.changes().delete("/api/v1/session").then().statusCode(204);
        Awaitility.await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> assertThat(listener.closeCode())
                .isEqualTo(4401));
    }

    @Test
    void letsNobodyInWithoutASessionOrFromAnotherPage() {
        assertThatThrownBy(() -> new Listener(address.getPort(), null, origin()))
                .hasMessageContaining("401");
        assertThatThrownBy(() -> new Listener(address.getPort(), "guess", origin()))
                .hasMessageContaining("401");
        assertThatThrownBy(() -> new Listener(address.getPort(), browser.cookie(), "https://evil.example"))
                .hasMessageContaining("403");
    }

    @Test
    void saysWithinThreeSecondsThatTheDatabaseIsAwayAndGoesOnAfterwards() {
        listener.say("{\"subscribe\":[\"prices\"]}");
        listener.await(message -> isOf(message, "prices"));
        listener.forget();
        proxy.cut();
        try {
            listener.await(
                    message -> isOf(message, "beat")
                            && !message.at("/data/databaseAvailable").asBoolean(),
                    Duration.ofSeconds(3));
            browser.reads().get("/api/v1/prices").then().statusCode(503).contentType("application/problem+json");
            browser.reads().get("/").then().statusCode(200);
        } finally {
            proxy.mend();
        }
        rows.price("BTC", "118500.00", 0.15, "live");
        listener.await(
                message ->
                        message.at("/data/items/0/item/priceDollars").asText().equals("118500.000000"),
                Duration.ofSeconds(15));
        listener.await(message ->
                isOf(message, "beat") && message.at("/data/databaseAvailable").asBoolean());
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> browser.reads().get("/api/v1/prices").then().statusCode(200));
    }

    private Listener listen() {
        return new Listener(address.getPort(), browser.cookie(), origin());
    }

    private String origin() {
        return "http://127.0.0.1:" + address.getPort();
    }

    private static boolean isOf(JsonNode message, String type) {
        return message.path("type").asText().equals(type);
    }
}
