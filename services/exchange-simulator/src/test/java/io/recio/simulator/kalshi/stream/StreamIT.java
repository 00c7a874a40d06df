package io.recio.simulator.kalshi.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultRule;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import io.recio.simulator.kalshi.SignedCalls;
import io.recio.simulator.kalshi.SteppedClock;
import io.recio.simulator.kalshi.SteppedExchange;
import io.recio.simulator.kalshi.TestKeys;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SteppedExchange.class)
class StreamIT {

    private final SignedCalls calls = new SignedCalls(TestKeys.RSA);

    @TestHTTPResource
    URL url;

    @Inject
    Vertx vertx;

    @Inject
    Faults faults;

    @Inject
    SteppedClock clock;

    @AfterEach
    void calm() {
        faults.clear();
    }

    @Test
    void refusesAHandshakeThatSignsAnotherText() {
        assertThatThrownBy(() -> new StreamProbe(vertx, url, TestKeys.ED25519, "/trade-api/v2"))
                .hasCauseInstanceOf(UpgradeRejectedException.class)
                .hasMessageContaining("401");
    }

    @Test
    void keepsABookThatEqualsTheOneReadByRest() {
        String ticker = contested();
        try (StreamProbe probe = new StreamProbe(vertx, url)) {
            probe.say(subscribe(1, "orderbook_delta", ticker));
            probe.first("orderbook_snapshot");
            for (int step = 0; step < 30; step++) {
                clock.forward(Duration.ofSeconds(1));
                given().get("/trade-api/v2/exchange/user_data_timestamp");
            }
            await().atMost(StreamProbe.PATIENCE)
                    .untilAsserted(() -> assertThat(folded(probe)).isEqualTo(read(ticker)));
            List<Long> numbers = probe.messages().stream()
                    .filter(message -> message.containsKey("seq"))
                    .map(message -> message.getLong("seq"))
                    .toList();
            assertThat(numbers)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, numbers.size()).boxed().toList());
            assertThat(probe.raw()).allMatch(frame -> frame.endsWith("\n"));
        }
    }

    @Test
    void leavesAGapInTheNumbersWhenAFaultSaysSo() {
        String ticker = contested();
        try (StreamProbe probe = new StreamProbe(vertx, url)) {
            probe.say(subscribe(1, "orderbook_delta", ticker));
            probe.first("orderbook_snapshot");
            faults.arm(frames(FaultKind.SEQUENCE_GAP, "^orderbook_delta"));
            placeResting(ticker, "0.0200");
            placeResting(ticker, "0.0300");
            JsonObject delta = probe.first("orderbook_delta");
            assertThat(delta.getLong("seq")).isEqualTo(3);
        }
    }

    @Test
    void sendsFramesTwiceMalformedAndNotAtAllWhenFaultsSaySo() {
        String ticker = contested();
        try (StreamProbe probe = new StreamProbe(vertx, url)) {
            probe.say(subscribe(1, "orderbook_delta", ticker));
            probe.first("orderbook_snapshot");
            faults.arm(frames(FaultKind.DUPLICATE_FRAME, "^orderbook_delta"));
            placeResting(ticker, "0.0200");
            await().atMost(StreamProbe.PATIENCE)
                    .until(() -> probe.ofType("orderbook_delta").size() == 2);
            assertThat(probe.ofType("orderbook_delta"))
                    .extracting(message -> message.getLong("seq"))
                    .containsExactly(2L, 2L);
            faults.arm(frames(FaultKind.MALFORMED_FRAME, "^orderbook_delta"));
            placeResting(ticker, "0.0300");
            await().atMost(StreamProbe.PATIENCE)
                    .until(() -> !probe.raw().getLast().endsWith("}\n"));
            faults.arm(frames(FaultKind.DISCONNECT, "^orderbook_delta"));
            placeResting(ticker, "0.0400");
            await().atMost(StreamProbe.PATIENCE).until(probe::isClosed);
        }
    }

    @Test
    void tellsTheMemberOfOrdersFillsAndPositions() {
        String ticker = contested();
        fund();
        try (StreamProbe probe = new StreamProbe(vertx, url)) {
            probe.say(
                    "{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"fill\",\"user_orders\",\"market_positions\",\"trade\",\"ticker\"]}}");
            await().atMost(StreamProbe.PATIENCE)
                    .until(() -> probe.ofType("subscribed").size() == 5);
            String id = place(ticker, "0.9900", "immediate_or_cancel");

            JsonObject fill = probe.first("fill").getJsonObject("msg");
            assertThat(fill.getString("client_order_id")).isEqualTo(id);
            assertThat(fill.getInteger("exchange_index")).isEqualTo(2);
            assertThat(fill.getString("count_fp")).isEqualTo("2.00");
            JsonObject order = probe.first(message -> "user_order".equals(message.getString("type"))
                            && "executed".equals(message.getJsonObject("msg").getString("status")))
                    .getJsonObject("msg");
            assertThat(order.getString("last_update_reason")).isEqualTo("Trade");
            assertThat(probe.first("market_position").getJsonObject("msg").getString("position_fp"))
                    .isEqualTo(fill.getString("post_position_fp"));
            assertThat(probe.first("trade").getJsonObject("msg").getString("trade_id"))
                    .isEqualTo(fill.getString("trade_id"));
            assertThat(probe.first("ticker").containsKey("seq")).isFalse();
        }
    }

    @Test
    void answersCommandsAndTheirMistakes() {
        String ticker = contested();
        try (StreamProbe probe = new StreamProbe(vertx, url)) {
            probe.say("nonsense");
            assertThat(code(probe, null)).isEqualTo(1);
            probe.say("{\"id\":2,\"cmd\":\"dance\"}");
            assertThat(code(probe, 2L)).isEqualTo(5);
            probe.say("{\"id\":3,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"gossip\"]}}");
            assertThat(code(probe, 3L)).isEqualTo(8);
            probe.say("{\"id\":4,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"orderbook_delta\"]}}");
            assertThat(code(probe, 4L)).isEqualTo(14);
            probe.say(subscribe(5, "orderbook_delta", ticker));
            int sid = probe.first("subscribed").getJsonObject("msg").getInteger("sid");
            probe.say("{\"id\":6,\"cmd\":\"update_subscription\",\"params\":{\"sids\":[" + sid
                    + "],\"action\":\"get_snapshot\",\"market_tickers\":[\"" + ticker + "\"]}}");
            await().atMost(StreamProbe.PATIENCE)
                    .until(() -> probe.ofType("orderbook_snapshot").size() == 2);
            probe.say("{\"id\":7,\"cmd\":\"update_subscription\",\"params\":{\"sid\":" + sid
                    + ",\"action\":\"delete_markets\",\"market_tickers\":[\"" + ticker + "\"]}}");
            JsonObject ok = probe.first("ok");
            assertThat(ok.getLong("seq")).isEqualTo(3);
            assertThat(ok.getJsonObject("msg").getJsonArray("market_tickers")).isEmpty();
            probe.say("{\"id\":8,\"cmd\":\"unsubscribe\",\"params\":{\"sids\":[" + sid + "]}}");
            assertThat(probe.first("unsubscribed").getLong("seq")).isEqualTo(4);
            probe.say("{\"id\":9,\"cmd\":\"unsubscribe\",\"params\":{\"sids\":[" + sid + "]}}");
            assertThat(code(probe, 9L)).isEqualTo(7);
        }
    }

    @Test
    void publishesTheSettlementIndexWithItsAverages() {
        try (StreamProbe probe = new StreamProbe(vertx, url)) {
            probe.say(
                    "{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"cfbenchmarks_value\"],\"index_ids\":[\"BRTI\"]}}");
            probe.first("subscribed");
            clock.forward(Duration.ofSeconds(3));
            JsonObject value = probe.first("cfbenchmarks_value");
            assertThat(value.getLong("seq")).isEqualTo(1);
            JsonObject body = value.getJsonObject("msg");
            JsonObject data = new JsonObject(body.getString("data"));
            assertThat(data.getString("id")).isEqualTo("BRTI");
            assertThat(body.getJsonObject("avg_60s_data").getInteger("window_size"))
                    .isEqualTo(60);
            assertThat(body.getJsonObject("avg_60s_data").getLong("window_end_ts_exclusive"))
                    .isEqualTo(data.getLong("time"));
        }
    }

    private static int code(StreamProbe probe, Long id) {
        return probe.first(message ->
                        "error".equals(message.getString("type")) && (id == null || id.equals(message.getLong("id"))))
                .getJsonObject("msg")
                .getInteger("code");
    }

    /** The book as its snapshot and deltas say, by side and price. */
    private static Map<String, BigDecimal> folded(StreamProbe probe) {
        Map<String, BigDecimal> levels = new TreeMap<>();
        for (JsonObject message : probe.messages()) {
            JsonObject body = message.getJsonObject("msg");
            if ("orderbook_snapshot".equals(message.getString("type"))) {
                levels.clear();
                collect(levels, "yes", body.getJsonArray("yes_dollars_fp", new JsonArray()));
                collect(levels, "no", body.getJsonArray("no_dollars_fp", new JsonArray()));
            } else if ("orderbook_delta".equals(message.getString("type"))) {
                levels.merge(
                        body.getString("side") + body.getString("price_dollars"),
                        new BigDecimal(body.getString("delta_fp")),
                        BigDecimal::add);
            }
        }
        levels.values().removeIf(size -> size.signum() == 0);
        return levels;
    }

    private static Map<String, BigDecimal> read(String ticker) {
        JsonObject book = new JsonObject(given().get("/trade-api/v2/markets/" + ticker + "/orderbook")
                        .asString())
                .getJsonObject("orderbook_fp");
        Map<String, BigDecimal> levels = new TreeMap<>();
        collect(levels, "yes", book.getJsonArray("yes_dollars"));
        collect(levels, "no", book.getJsonArray("no_dollars"));
        return levels;
    }

    private static void collect(Map<String, BigDecimal> levels, String side, JsonArray rows) {
        for (int i = 0; i < rows.size(); i++) {
            JsonArray row = rows.getJsonArray(i);
            levels.put(side + row.getString(0), new BigDecimal(row.getString(1)));
        }
    }

    private static String subscribe(int id, String channel, String ticker) {
        return "{\"id\":%d,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"%s\"],\"market_tickers\":[\"%s\"]}}"
                .formatted(id, channel, ticker);
    }

    private void placeResting(String ticker, String price) {
        place(ticker, price, "good_till_canceled");
    }

    private String place(String ticker, String price, String timeInForce) {
        String id = UUID.randomUUID().toString();
        calls.post(
                        "/portfolio/events/orders",
                        "{\"ticker\":\"%s\",\"client_order_id\":\"%s\",\"side\":\"bid\",\"count\":\"2\",\"price\":\"%s\","
                                        .formatted(ticker, id, price)
                                + "\"time_in_force\":\"%s\",".formatted(timeInForce)
                                + "\"self_trade_prevention_type\":\"maker\",\"exchange_index\":2}")
                .then()
                .statusCode(201);
        return id;
    }

    private static void fund() {
        given().contentType("application/json")
                .body("{\"dollars\":\"500\"}")
                .post("/admin/kalshi/account")
                .then()
                .statusCode(200);
    }

    /** A market with depth on both sides. */
    private static String contested() {
        List<Map<String, Object>> markets = given().get("/trade-api/v2/markets?series_ticker=KXBTCD&status=open")
                .jsonPath()
                .getList("markets");
        return markets.stream()
                .filter(market -> between(market.get("yes_bid_dollars")) && between(market.get("yes_ask_dollars")))
                .filter(market -> Double.parseDouble(String.valueOf(market.get("yes_ask_size_fp"))) >= 2)
                .map(market -> String.valueOf(market.get("ticker")))
                .findFirst()
                .orElseThrow();
    }

    private static boolean between(Object price) {
        double dollars = Double.parseDouble(String.valueOf(price));
        return dollars > 0.1 && dollars < 0.9;
    }

    private static FaultRule frames(FaultKind kind, String pattern) {
        return new FaultRule(
                "frames",
                FaultScope.KALSHI_WS,
                kind,
                Optional.of(Pattern.compile(pattern)),
                1,
                0,
                OptionalInt.of(1),
                Optional.empty(),
                Duration.ZERO,
                1,
                503);
    }
}
