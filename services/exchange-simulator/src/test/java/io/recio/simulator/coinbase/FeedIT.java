package io.recio.simulator.coinbase;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.domain.price.SpotPrice;
import io.recio.simulator.bench.LatencyLedger;
import io.recio.simulator.bench.TickSent;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultRule;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import io.recio.simulator.instrument.Instrument;
import io.recio.simulator.instrument.Instruments;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ALL = "[\"ticker\",\"heartbeat\",\"matches\"]";

    @TestHTTPResource
    URL url;

    @Inject
    Vertx vertx;

    @Inject
    Faults faults;

    @Inject
    Feed feed;

    @Inject
    Instruments instruments;

    @Inject
    LatencyLedger ledger;

    @AfterEach
    void calm() {
        faults.clear();
    }

    @Test
    void greetsWithSubscriptionsAndTheLastTrade() throws Exception {
        try (FeedProbe probe = new FeedProbe(vertx, url.getPort())) {
            probe.subscribe("BTC-USD", ALL);
            await().atMost(PATIENCE)
                    .until(() -> !probe.of("last_match").isEmpty()
                            && !probe.of("ticker").isEmpty());

            assertThat(new JsonObject(probe.texts().getFirst())).isEqualTo(new JsonObject("""
                                    {"type":"subscriptions","channels":[
                                      {"name":"ticker","product_ids":["BTC-USD"]},
                                      {"name":"heartbeat","product_ids":["BTC-USD"]},
                                      {"name":"matches","product_ids":["BTC-USD"]}]}
                                    """));
            JsonObject match = probe.of("last_match").getFirst();
            JsonObject ticker = probe.of("ticker").getFirst();
            assertThat(match.fieldNames())
                    .containsExactlyInAnyOrder(
                            "type",
                            "trade_id",
                            "maker_order_id",
                            "taker_order_id",
                            "side",
                            "size",
                            "price",
                            "product_id",
                            "sequence",
                            "time");
            assertThat(ticker.getLong("trade_id")).isEqualTo(match.getLong("trade_id"));
            assertThat(ticker.getString("price")).isEqualTo(match.getString("price"));
            assertThat(ticker.getString("last_size")).isEqualTo(match.getString("size"));
            assertThat(List.of(ticker.getString("side"), match.getString("side")))
                    .containsExactlyInAnyOrder("buy", "sell");
        }
    }

    @Test
    void numbersTradesOneByOneAndBeatsOnceASecond() throws Exception {
        try (FeedProbe probe = new FeedProbe(vertx, url.getPort())) {
            probe.subscribe("ETH-USD", ALL);
            await().atMost(PATIENCE)
                    .until(() -> probe.of("heartbeat").size() >= 4
                            && probe.of("match").size() >= 3);

            List<JsonObject> matches = probe.of("match");
            for (int i = 1; i < matches.size(); i++) {
                assertThat(matches.get(i).getLong("trade_id"))
                        .isEqualTo(matches.get(i - 1).getLong("trade_id") + 1);
                assertThat(matches.get(i).getLong("sequence"))
                        .isGreaterThan(matches.get(i - 1).getLong("sequence"));
            }
            List<JsonObject> beats = probe.of("heartbeat");
            for (int i = 1; i < beats.size(); i++) {
                assertThat(Instant.parse(beats.get(i).getString("time")))
                        .isEqualTo(Instant.parse(beats.get(i - 1).getString("time"))
                                .plusSeconds(1));
                assertThat(beats.get(i).getLong("sequence"))
                        .isGreaterThan(beats.get(i - 1).getLong("sequence"));
            }
        }
    }

    @Test
    void listsByRestTheTradesThatTheFeedSent() throws Exception {
        try (FeedProbe probe = new FeedProbe(vertx, url.getPort())) {
            probe.subscribe("BTC-USD", "[\"matches\"]");
            await().atMost(PATIENCE).until(() -> probe.of("match").size() >= 5);

            List<JsonObject> sent = probe.of("match");
            long last = sent.getLast().getLong("trade_id");
            Map<Long, Map<String, Object>> listed = given()
                    .queryParam("after", last + 1)
                    .queryParam("limit", 100)
                    .get("/coinbase/products/BTC-USD/trades")
                    .then()
                    .statusCode(200)
                    .header("CB-BEFORE", String.valueOf(last))
                    .header("CB-AFTER", String.valueOf(last - 99))
                    .extract()
                    .body()
                    .jsonPath()
                    .<Map<String, Object>>getList("$")
                    .stream()
                    .collect(Collectors.toMap(row -> ((Number) row.get("trade_id")).longValue(), row -> row));

            assertThat(listed).hasSize(100);
            for (JsonObject match : sent) {
                Map<String, Object> row = listed.get(match.getLong("trade_id"));
                for (String field : List.of("side", "size", "price", "time")) {
                    assertThat(row.get(field)).isEqualTo(match.getString(field));
                }
            }
        }
    }

    @Test
    void refusesUnknownProductsAndChannels() throws Exception {
        try (FeedProbe probe = new FeedProbe(vertx, url.getPort())) {
            probe.subscribe("XYZ-USD", "[\"ticker\"]");
            probe.subscribe("BTC-USD", "[\"level1\"]");
            probe.say("{");
            await().atMost(PATIENCE).until(() -> probe.texts().size() == 3);

            assertThat(probe.of("error").stream().map(error -> error.getString("reason")))
                    .containsExactly(
                            "XYZ-USD is not a valid product", "level1 is not a valid channel", "Malformed JSON");
        }
    }

    @Test
    void hangsUpOnAClientThatDoesNotSubscribe() throws Exception {
        try (FeedProbe probe = new FeedProbe(vertx, url.getPort())) {
            await().atMost(PATIENCE).until(probe::isClosed);
        }
    }

    @Test
    void sendsAnInjectedTickAtOnceAndNotesWhen() throws Exception {
        Instrument btc = instruments.byProduct("BTC-USD").orElseThrow();
        try (FeedProbe probe = new FeedProbe(vertx, url.getPort())) {
            probe.subscribe("BTC-USD", "[\"ticker\"]");
            await().atMost(PATIENCE).until(() -> !probe.of("ticker").isEmpty());

            TickSent tick = feed.inject(btc, SpotPrice.of("118500.00"), 1_000_000);
            await().atMost(PATIENCE).until(() -> probe.of("ticker").stream()
                    .anyMatch(frame -> frame.getLong("trade_id") == tick.tradeId()));

            List<JsonObject> frames = probe.of("ticker");
            JsonObject frame = frames.stream()
                    .filter(each -> each.getLong("trade_id") == tick.tradeId())
                    .findFirst()
                    .orElseThrow();
            assertThat(frame.getString("price")).isEqualTo("118500.00");
            assertThat(frame.getString("last_size")).isEqualTo("0.01000000");
            assertThat(ledger.ticks()).contains(tick);
            for (int i = 1; i < frames.size(); i++) {
                assertThat(frames.get(i).getLong("trade_id"))
                        .isEqualTo(frames.get(i - 1).getLong("trade_id") + 1);
            }
        }
    }

    @Test
    void fallsSilentAndCutsConnectionsOnDemand() throws Exception {
        try (FeedProbe probe = new FeedProbe(vertx, url.getPort())) {
            faults.arm(FaultRule.always("silence", FaultScope.COINBASE_WS, FaultKind.SILENCE));
            probe.subscribe("BTC-USD", ALL);
            await().atMost(PATIENCE).until(() -> !probe.texts().isEmpty());
            feed.inject(instruments.byProduct("BTC-USD").orElseThrow(), SpotPrice.of("118000"), 1);
            assertThat(probe.texts()).hasSize(1);

            faults.disarm("silence");
            faults.arm(FaultRule.always("cut", FaultScope.COINBASE_WS, FaultKind.DISCONNECT));
            await().atMost(PATIENCE).until(probe::isClosed);
            assertThat(faults.injected()).containsKey(FaultKind.DISCONNECT);
        }
    }
}
