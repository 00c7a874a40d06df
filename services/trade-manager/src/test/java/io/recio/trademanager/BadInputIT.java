package io.recio.trademanager;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script must not send to each endpoint: a problem names field, expected and found, and no row is written. */
@QuarkusTest
class BadInputIT extends TradeManagerFixture {

    private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";
    private static final String ROWS = """
            SELECT concat_ws(' ', (SELECT count(*) FROM trading.requests), (SELECT count(*) FROM trading.trades),
                (SELECT count(*) FROM trading.trade_events), (SELECT count(*) FROM trading.order_intents))""";

    private String before = "";

    @BeforeEach
    void countRows() {
        before = world.text(ROWS);
    }

    @AfterEach
    void wroteNothing() {
        assertThat(world.text(ROWS)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ticker | ~~ | nothing",
                "ticker | ~7~ | 7",
                "ticker | ~null~ | null",
                "ticker | ~\"\"~ | \"\"",
                "ticker | ~\"lower case\"~ | lower case",
                "ticker | ~\"A\\u0000\"~ | A",
                "side | ~~ | nothing",
                "side | ~true~ | true",
                "side | ~\"yes\"~ | yes",
                "side | ~\"BOTH\"~ | BOTH",
                "side | ~[\"YES\"]~ | [\"YES\"]",
                "quantity | ~~ | nothing",
                "quantity | ~10~ | 10",
                "quantity | ~\"-5\"~ | -5",
                "quantity | ~\"0\"~ | 0",
                "quantity | ~\"0.001\"~ | 0.001",
                "quantity | ~\"1000001\"~ | 1000001",
                "quantity | ~\"99999999999999999999\"~ | 99999999999999999999",
                "quantity | ~\"1e3\"~ | 1e3",
                "quantity | ~\"1e999999999\"~ | 1e999999999",
                "quantity | ~\"NaN\"~ | NaN",
                "quantity | ~\"ten\"~ | ten",
                "quantity | ~{}~ | {}",
                "priceCapDollars | ~~ | nothing",
                "priceCapDollars | ~0.97~ | 0.97",
                "priceCapDollars | ~\"0\"~ | 0",
                "priceCapDollars | ~\"1\"~ | 1",
                "priceCapDollars | ~\"-0.5\"~ | -0.5",
                "priceCapDollars | ~\"0.97001\"~ | 0.97001",
                "priceCapDollars | ~\"Infinity\"~ | Infinity",
                "surprise | ~\"x\"~ | \"x\""
            })
    void refusesAWishToOpenWithABrokenField(String field, String value, String found) {
        String body = "{" + pair("ticker", field, value, "\"" + world.ticker + "\"")
                + pair("side", field, value, "\"YES\"")
                + pair("quantity", field, value, "\"1\"")
                + pair("priceCapDollars", field, value, "\"0.9700\"")
                + (field.equals("surprise") ? "\"surprise\":" + value + "," : "");
        String json = body.substring(0, body.length() - 1) + "}";

        isProblem(post(json, key()), 400, "invalid-field")
                .body("detail", allOf(startsWith(field + ": expected "), containsString("found " + found)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "17",
                "[]",
                "\"YES\"",
                "{",
                "{\"side\":\"YES\",\"side\":\"NO\"}",
                "{\"side\":\"YES\"} {}",
                "ticker=X&side=YES"
            })
    void refusesABodyThatIsNoJsonObject(String body) {
        isProblem(post(body, key()), 400, "malformed-json")
                .body("detail", allOf(startsWith("expected a JSON object, found "), containsString("found ")));
    }

    @Test
    void refusesAWishToOpenWithoutABody() {
        isProblem(
                asTrader()
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", key())
                        .post("/api/v1/trades")
                        .then(),
                400,
                "malformed-json");
    }

    @Test
    void refusesAnotherKindOfBody() {
        isProblem(
                asTrader()
                        .contentType(ContentType.XML)
                        .header("Idempotency-Key", key())
                        .body("<trade/>")
                        .post("/api/v1/trades")
                        .then(),
                415,
                "http-415");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with space", "semi;colon-key", "ключ-с-буквами"})
    void refusesBrokenKeysForEveryChange(String key) {
        for (String path : new String[] {"/api/v1/trades", "/api/v1/trades/" + UNKNOWN + "/closure"}) {
            isProblem(
                            asTrader()
                                    .contentType(ContentType.JSON)
                                    .header("Idempotency-Key", key)
                                    .body(good())
                                    .post(path)
                                    .then(),
                            400,
                            "invalid-field")
                    .body("detail", startsWith("Idempotency-Key: expected 8 to 64 letters, digits or hyphens"));
        }
        isProblem(
                        asTrader()
                                .contentType(ContentType.JSON)
                                .body(good())
                                .post("/api/v1/trades")
                                .then(),
                        400,
                        "invalid-field")
                .body("detail", containsString("found nothing"));
    }

    @ParameterizedTest
    @CsvSource({
        "state=all, state, all",
        "state=ACTIVE, state, ACTIVE",
        "size=0, size, 0",
        "size=-1, size, -1",
        "size=201, size, 201",
        "size=99999999999999999999, size, 99999999999999999999",
        "size=ten, size, ten",
        "before=x, before, x",
        "before=1%27%20OR%201=1, before, 1' OR 1=1"
    })
    void refusesBrokenQuestions(String query, String field, String found) {
        isProblem(
                        asTrader()
                                .urlEncodingEnabled(false)
                                .get("/api/v1/trades?" + query)
                                .then(),
                        400,
                        "invalid-field")
                .body("detail", allOf(startsWith(field + ": expected "), containsString("found " + found)));
    }

    @Test
    void refusesIdsThatAreNoneAndTradesItDoesNotKnow() {
        isProblem(asTrader().get("/api/v1/trades/x").then(), 400, "invalid-field")
                .body("detail", equalTo("tradeId: expected the id of a trade, found x"));
        isProblem(close("x"), 400, "invalid-field")
                .body("detail", equalTo("tradeId: expected the id of a trade, found x"));
        isProblem(asTrader().get("/api/v1/trades/" + UNKNOWN).then(), 404, "not-found")
                .body("detail", equalTo("expected the id of a trade, found " + UNKNOWN));
        isProblem(close(UNKNOWN), 404, "not-found");
    }

    @Test
    void refusesWaysThatDoNotExist() {
        isProblem(asTrader().delete("/api/v1/trades").then(), 405, "http-405");
        isProblem(asTrader().post("/api/v1/positions").then(), 405, "http-405");
        isProblem(asTrader().get("/api/v1/orders").then(), 404, "http-404");
    }

    private static String pair(String name, String field, String value, String good) {
        if (!name.equals(field)) {
            return "\"" + name + "\":" + good + ",";
        }
        return value.isEmpty() ? "" : "\"" + name + "\":" + value + ",";
    }

    private String good() {
        return "{\"ticker\":\"" + world.ticker
                + "\",\"side\":\"YES\",\"quantity\":\"1\",\"priceCapDollars\":\"0.9700\"}";
    }

    private static ValidatableResponse post(String body, String key) {
        return asTrader()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/trades")
                .then();
    }

    private static ValidatableResponse close(String trade) {
        return asTrader()
                .header("Idempotency-Key", key())
                .post("/api/v1/trades/" + trade + "/closure")
                .then();
    }

    private static ValidatableResponse isProblem(ValidatableResponse response, int status, String type) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type), "status", equalTo(status));
    }

    private static RequestSpecification asTrader() {
        return given().auth()
                .oauth2(Jwt.issuer("recio")
                        .audience("trade-manager")
                        .upn("ada")
                        .groups(Set.of("viewer", "trader"))
                        .expiresAt(Instant.now().plusSeconds(60))
                        .sign());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
