package io.recio.simulator.kalshi.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultRule;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import io.recio.simulator.kalshi.SignedCalls;
import io.recio.simulator.kalshi.SteppedClock;
import io.recio.simulator.kalshi.SteppedExchange;
import io.recio.simulator.kalshi.TestKeys;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SteppedExchange.class)
class KalshiRestIT {

    private final SignedCalls calls = new SignedCalls(TestKeys.RSA);

    @Inject
    Faults faults;

    @Inject
    SteppedClock clock;

    @AfterEach
    void calm() {
        faults.clear();
    }

    @Test
    void listsAnOpenEventOfSeventyFiveMarketsOnTheCryptoShard() {
        JsonPath event = given().get("/trade-api/v2/events?series_ticker=KXBTCD&status=open&with_nested_markets=true")
                .then()
                .statusCode(200)
                .body("events", hasSize(1))
                .body("events[0].exchange_index", equalTo(2))
                .body("events[0].fee_type_override", nullValue())
                .body("events[0].markets", hasSize(75))
                .body("events[0].markets[0].price_ranges[0].step", equalTo("0.0100"))
                .body("events[0].markets[0].settlement_timer_seconds", equalTo(60))
                .body("events[0].markets[0].status", equalTo("active"))
                .extract()
                .jsonPath();
        assertThat(event.getString("events[0].event_ticker")).matches("KXBTCD-26NOV18\\d\\d");
        assertThat(event.getString("events[0].markets[0].floor_strike")).endsWith(".99");
        assertThat(event.getString("events[0].markets[0].ticker"))
                .isEqualTo(event.getString("events[0].event_ticker") + "-T"
                        + event.getString("events[0].markets[0].floor_strike"));
    }

    @Test
    void pagesThroughMarketsWithoutLossOrRepetition() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = given().get("/trade-api/v2/markets?status=open&limit=40&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("markets.ticker"));
            cursor = page.getString("cursor");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(150);
        assertThat(new HashSet<>(seen)).hasSize(150);
    }

    @Test
    void refusesLimitsAndCursorsThatAreNone() {
        given().get("/trade-api/v2/markets?limit=1001")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("invalid_parameters"))
                .body("error.details", equalTo("limit must be 0 to 1000, was 1001"));
        given().get("/trade-api/v2/markets?cursor=bm9uZQ").then().statusCode(400);
    }

    @Test
    void showsABookWithTheBestBidLast() {
        String ticker = contested();
        JsonPath book = given().get("/trade-api/v2/markets/" + ticker + "/orderbook")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> prices = book.getList("orderbook_fp.yes_dollars.collect { it[0] }");
        assertThat(prices).isSorted().allMatch(price -> price.matches("0\\.\\d\\d00"));
        JsonPath market = market(ticker);
        assertThat(market.getString("market.yes_bid_dollars")).isEqualTo(prices.getLast());
    }

    @Test
    void letsNobodyInWithoutAGoodSignature() {
        given().get("/trade-api/v2/portfolio/balance")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("authentication_error"));
        String timestamp = "1700000000000";
        given().header("KALSHI-ACCESS-KEY", TestKeys.RSA)
                .header("KALSHI-ACCESS-TIMESTAMP", timestamp)
                .header(
                        "KALSHI-ACCESS-SIGNATURE",
                        TestKeys.sign(TestKeys.RSA, timestamp + "GET/trade-api/v2/portfolio/balance"))
                .get("/trade-api/v2/portfolio/balance")
                .then()
                .statusCode(401);
        calls.signed("POST", "/portfolio/balance")
                .get("/trade-api/v2/portfolio/balance")
                .then()
                .statusCode(401)
                .body("error.details", equalTo("rpc error: code = Unauthenticated desc = INCORRECT_API_KEY_SIGNATURE"));
        calls.get("/portfolio/balance").then().statusCode(200);
        new SignedCalls(TestKeys.ED25519).get("/portfolio/balance").then().statusCode(200);
    }

    @Test
    void letsAReaderReadOnly() {
        SignedCalls reader = new SignedCalls(TestKeys.READER);
        reader.get("/api_keys").then().statusCode(200).body("api_keys[0].scopes", equalTo(List.of("read")));
        reader.post("/portfolio/events/orders", "{}").then().statusCode(403);
    }

    @Test
    void judgesTimestampsByItsOwnClock() {
        faults.arm(skew(Duration.ofMinutes(1)));
        calls.get("/portfolio/balance").then().statusCode(401);
    }

    @Test
    void fillsAnImmediateOrderAndKeepsItsLedger() {
        String ticker = contested();
        fund();
        String id = UUID.randomUUID().toString();
        JsonPath before = calls.get("/portfolio/balance").jsonPath();
        JsonPath placed = create(id, ticker, "bid", "1.00", "0.9900")
                .then()
                .statusCode(201)
                .body("client_order_id", equalTo(id))
                .body("fill_count", equalTo("1.00"))
                .body("remaining_count", equalTo("0.00"))
                .extract()
                .jsonPath();
        BigDecimal price = new BigDecimal(placed.getString("average_fill_price"));
        BigDecimal fee = new BigDecimal(placed.getString("average_fee_paid"));

        JsonPath after = calls.get("/portfolio/balance").jsonPath();
        BigDecimal spent = new BigDecimal(before.getString("balance_dollars"))
                .subtract(new BigDecimal(after.getString("balance_dollars")));
        assertThat(spent).isEqualByComparingTo(price.add(fee));

        JsonPath fills = calls.get("/portfolio/fills?order_id=" + placed.getString("order_id"))
                .jsonPath();
        assertThat(fills.getList("fills")).hasSize(1);
        assertThat(new BigDecimal(fills.getString("fills[0].fee_cost"))).isEqualByComparingTo(fee);
        assertThat(fills.getMap("fills[0]")).doesNotContainKey("client_order_id");
        JsonPath order =
                calls.get("/portfolio/orders/" + placed.getString("order_id")).jsonPath();
        assertThat(order.getString("order.status")).isEqualTo("executed");
        assertThat(order.getString("order.client_order_id")).isEqualTo(id);
        given().get("/admin/kalshi/ledger").then().statusCode(200).body("consistent", equalTo(true));
    }

    @Test
    void answers409ToAnIdentifierThatIsTaken() {
        String ticker = contested();
        fund();
        String id = UUID.randomUUID().toString();
        create(id, ticker, "bid", "1.00", "0.0100").then().statusCode(201);
        create(id, ticker, "bid", "1.00", "0.0100")
                .then()
                .statusCode(409)
                .body("error.code", equalTo("order_already_exists"));
    }

    @Test
    void takesAFinalIdentifierAgainWhereTheRuleIsReadThatWay() {
        String ticker = contested();
        fund();
        faults.arm(FaultRule.always("reuse", FaultScope.EXCHANGE, FaultKind.REUSED_IDS));
        String id = UUID.randomUUID().toString();
        create(id, ticker, "bid", "1.00", "0.0100").then().statusCode(201);
        create(id, ticker, "bid", "1.00", "0.0100").then().statusCode(201);
    }

    @Test
    void refusesTheOldOrderCalls() {
        calls.post("/portfolio/orders", "{}")
                .then()
                .statusCode(410)
                .body("error.code", equalTo("deprecated_v1_order_endpoint"));
        calls.delete("/portfolio/orders/abc").then().statusCode(410);
    }

    @Test
    void findsARestingOrderOnlyOnItsShard() {
        String ticker = contested();
        fund();
        String order = resting(ticker, "0.0100");
        calls.delete("/portfolio/events/orders/" + order).then().statusCode(404);
        calls.delete("/portfolio/events/orders/" + order + "?market_ticker=" + ticker)
                .then()
                .statusCode(200)
                .body("reduced_by", equalTo("2.00"));
        calls.delete("/portfolio/events/orders/" + order + "?market_ticker=" + ticker)
                .then()
                .statusCode(404);
    }

    @Test
    void carriesOutAnOrderThatItAnswersWithAnError() {
        String ticker = contested();
        fund();
        String id = UUID.randomUUID().toString();
        faults.arm(once(FaultKind.HTTP_5XX_AFTER_APPLYING));
        create(id, ticker, "bid", "1.00", "0.9900").then().statusCode(503);
        JsonPath orders = calls.get("/portfolio/orders?ticker=" + ticker).jsonPath();
        assertThat(orders.getList("orders.client_order_id")).contains(id);
    }

    @Test
    void forgetsAnOrderThatItAnswersWithAnErrorBefore() {
        String ticker = contested();
        String id = UUID.randomUUID().toString();
        faults.arm(once(FaultKind.HTTP_5XX_BEFORE_APPLYING));
        create(id, ticker, "bid", "1.00", "0.9900").then().statusCode(503);
        JsonPath orders = calls.get("/portfolio/orders?ticker=" + ticker).jsonPath();
        assertThat(orders.getList("orders.client_order_id")).doesNotContain(id);
    }

    @Test
    void pausesTradingButTakesCancels() {
        String ticker = contested();
        fund();
        String order = resting(ticker, "0.0100");
        faults.arm(new FaultRule(
                "pause",
                FaultScope.EXCHANGE,
                FaultKind.TRADING_PAUSE,
                Optional.empty(),
                1,
                0,
                OptionalInt.empty(),
                Optional.empty(),
                Duration.ZERO,
                2,
                503));
        given().get("/trade-api/v2/exchange/status")
                .then()
                .body("trading_active", equalTo(true))
                .body("exchange_index_statuses[2].trading_active", equalTo(false));
        create(UUID.randomUUID().toString(), ticker, "bid", "1.00", "0.5000")
                .then()
                .statusCode(400);
        calls.delete("/portfolio/events/orders/" + order + "?exchange_index=2")
                .then()
                .statusCode(200);
    }

    @Test
    void movesMoneyBetweenShards() {
        fund();
        String body = "{\"source\":\"event_contract\",\"destination\":\"event_contract\",\"amount\":10000,"
                + "\"source_exchange_shard\":2,\"destination_exchange_shard\":0,\"client_transfer_id\":\"t-1\"}";
        JsonPath before = calls.get("/portfolio/balance").jsonPath();
        calls.post("/portfolio/intra_exchange_instance_transfer", body).then().statusCode(200);
        calls.post("/portfolio/intra_exchange_instance_transfer", body).then().statusCode(200);
        JsonPath after = calls.get("/portfolio/balance").jsonPath();
        assertThat(after.getString("balance_dollars")).isEqualTo(before.getString("balance_dollars"));
        assertThat(onShardZero(after)).isEqualByComparingTo(onShardZero(before).add(BigDecimal.ONE));
    }

    @Test
    void settlesWhatIsHeldByTheResultAndPaysIt() {
        String ticker = contested();
        fund();
        create(UUID.randomUUID().toString(), ticker, "bid", "1.00", "0.9900")
                .then()
                .statusCode(201);
        BusinessTime closes = BusinessTime.parse(market(ticker).getString("market.close_time"));

        clock.forwardTo(closes);
        assertThat(market(ticker).getString("market.status")).isEqualTo("closed");
        create(UUID.randomUUID().toString(), ticker, "bid", "1.00", "0.9900")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("MARKET_INACTIVE"));
        clock.forwardTo(closes.plus(Duration.ofSeconds(76)));
        JsonPath determined = market(ticker);
        assertThat(determined.getString("market.status")).isEqualTo("determined");
        boolean above = new BigDecimal(determined.getString("market.expiration_value"))
                        .compareTo(new BigDecimal(determined.getString("market.floor_strike")))
                > 0;
        assertThat(determined.getString("market.result")).isEqualTo(above ? "yes" : "no");
        clock.forwardTo(closes.plus(Duration.ofSeconds(140)));

        assertThat(market(ticker).getString("market.status")).isEqualTo("finalized");
        JsonPath settlement =
                calls.get("/portfolio/settlements?ticker=" + ticker).jsonPath();
        assertThat(settlement.getString("settlements[0].market_result")).isEqualTo(above ? "yes" : "no");
        long yes = new BigDecimal(settlement.getString("settlements[0].yes_count_fp")).longValue();
        assertThat(settlement.getLong("settlements[0].revenue")).isEqualTo(above ? yes * 100 : 0);
        given().get("/admin/kalshi/ledger").then().body("consistent", equalTo(true));
    }

    @Test
    void saysTooManyRequestsInBothShapes() {
        faults.arm(once(FaultKind.HTTP_429));
        calls.post("/portfolio/events/orders", "{}")
                .then()
                .statusCode(429)
                .body("error.code", equalTo("too_many_requests"));
        calls.get("/account/limits").then().statusCode(200).body("write.bucket_capacity", equalTo(100));
    }

    @Test
    void tellsTheIndexOfTheLastHour() {
        JsonPath values = calls.get("/cfbenchmarks/values?id=BRTI").jsonPath();
        assertThat(values.getList("payload")).hasSize(3600);
    }

    private static BigDecimal onShardZero(JsonPath balance) {
        String dollars = balance.getString("balance_breakdown.find { it.exchange_index == 0 }.balance");
        return dollars == null ? BigDecimal.ZERO : new BigDecimal(dollars);
    }

    private String contested() {
        List<Map<String, Object>> markets = given().get("/trade-api/v2/markets?series_ticker=KXBTCD&status=open")
                .jsonPath()
                .getList("markets");
        return markets.stream()
                .filter(market ->
                        inTheMiddle(market.get("yes_bid_dollars")) && inTheMiddle(market.get("yes_ask_dollars")))
                .map(market -> String.valueOf(market.get("ticker")))
                .findFirst()
                .orElseThrow();
    }

    private static boolean inTheMiddle(Object price) {
        double dollars = Double.parseDouble(String.valueOf(price));
        return dollars > 0.1 && dollars < 0.9;
    }

    private static JsonPath market(String ticker) {
        return given().get("/trade-api/v2/markets/" + ticker).jsonPath();
    }

    private void fund() {
        given().contentType("application/json")
                .body("{\"dollars\":\"500\"}")
                .post("/admin/kalshi/account")
                .then()
                .statusCode(200);
    }

    private Response create(String id, String ticker, String side, String count, String price) {
        return calls.post(
                "/portfolio/events/orders",
                "{\"ticker\":\"%s\",\"client_order_id\":\"%s\",\"side\":\"%s\",\"count\":\"%s\",\"price\":\"%s\","
                                .formatted(ticker, id, side, count, price)
                        + "\"time_in_force\":\"immediate_or_cancel\","
                        + "\"self_trade_prevention_type\":\"taker_at_cross\",\"exchange_index\":2}");
    }

    private String resting(String ticker, String price) {
        return calls.post(
                        "/portfolio/events/orders",
                        "{\"ticker\":\"%s\",\"side\":\"bid\",\"count\":\"2\",\"price\":\"%s\",".formatted(ticker, price)
                                + "\"time_in_force\":\"good_till_canceled\","
                                + "\"self_trade_prevention_type\":\"maker\",\"post_only\":true}")
                .then()
                .statusCode(201)
                .body("remaining_count", equalTo("2.00"))
                .extract()
                .path("order_id");
    }

    private static FaultRule once(FaultKind kind) {
        return new FaultRule(
                "once",
                FaultScope.KALSHI_REST,
                kind,
                Optional.of(Pattern.compile("^POST /portfolio/events/orders$")),
                1,
                0,
                OptionalInt.of(1),
                Optional.empty(),
                Duration.ZERO,
                1,
                503);
    }

    private static FaultRule skew(Duration ahead) {
        return new FaultRule(
                "skew",
                FaultScope.EXCHANGE,
                FaultKind.CLOCK_SKEW,
                Optional.empty(),
                1,
                0,
                OptionalInt.empty(),
                Optional.empty(),
                ahead,
                1,
                503);
    }
}
