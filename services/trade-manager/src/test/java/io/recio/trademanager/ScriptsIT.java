package io.recio.trademanager;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ScriptsIT extends TradeManagerFixture {

    @Test
    void opensAndClosesThroughTheSameRequestsAsTheScreen() {
        String trade = open("YES", "10", "0.9700", key())
                .statusCode(200)
                .body("outcome", equalTo("placed"))
                .extract()
                .path("tradeId");
        assertThat(world.text("SELECT concat_ws(' ', kind, requested_by, on_behalf_of, strategy, reason, valid_until >"
                        + " requested_at) FROM trading.requests WHERE ticker = '" + world.ticker + "'"))
                .isEqualTo("open recio_trade_manager ada Script MANUAL t");
        assertThat(world.trade(trade, "status || ' ' || entered_by")).isEqualTo("pending ada");
        String order = world.text("SELECT client_order_id FROM trading.order_intents WHERE trade_id = '" + trade + "'");
        world.fill(order, "x-" + order, "YES", "0.96", "10", "0.03");
        becomes(new Entry(trade, order), "open");
        asTrader()
                .get("/api/v1/positions")
                .then()
                .statusCode(200)
                .body("find { it.ticker == '" + world.ticker + "' }.ours", equalTo("10.00"))
                .body("find { it.ticker == '" + world.ticker + "' }.exchange", equalTo("0.00"));
        asTrader()
                .header("Idempotency-Key", key())
                .post("/api/v1/trades/" + trade + "/closure")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("placed"), "tradeId", equalTo(trade));
        asTrader()
                .get("/api/v1/trades/" + trade)
                .then()
                .statusCode(200)
                .body("status", equalTo("closing"), "costDollars", equalTo("9.600000"), "pnlDollars", nullValue());
        asTrader().get("/api/v1/trades?state=active&size=200").then().body("items.tradeId", hasItem(trade));
    }

    @Test
    void answersARepeatedKeyOnceAndRefusesItForAnotherWish() {
        String key = key();
        String trade = open("YES", "2", "0.9700", key).extract().path("tradeId");
        open("YES", "2", "0.9700", key).statusCode(200).body("tradeId", equalTo(trade));
        open("YES", "3", "0.9700", key).statusCode(409).body("type", equalTo("/problems/conflict"));
        assertThat(world.text("SELECT count(*) FROM trading.trades WHERE ticker = '" + world.ticker + "'"))
                .isEqualTo("1");
    }

    @Test
    void tellsADenialWithItsCodeAndNumbers() {
        world.execute("UPDATE settings.risk_limits SET max_contracts_per_order = 5");
        open("YES", "6", "0.9700", key())
                .statusCode(200)
                .body("outcome", equalTo("denied"), "code", equalTo("CONTRACTS_PER_ORDER_ABOVE_LIMIT"))
                .body("facts.limit", equalTo("5.00"), "facts.contracts", equalTo("6.00"));
    }

    @Test
    void turnsPagesByTheLastTrade() {
        String first = open("YES", "1", "0.9700", key()).extract().path("tradeId");
        String second = open("YES", "1", "0.9700", key()).extract().path("tradeId");
        asTrader()
                .get("/api/v1/trades?size=1")
                .then()
                .body("items.tradeId", equalTo(java.util.List.of(second)), "next", equalTo(second));
        asTrader().get("/api/v1/trades?size=1&before=" + second).then().body("items[0].tradeId", equalTo(first));
    }

    @Test
    void letsNobodyInWithoutAValidToken() {
        given().get("/api/v1/trades")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("type", equalTo("/problems/no-token"));
        refuses(token("ada", "trader").expiresAt(Instant.now().minusSeconds(120)));
        refuses(token("ada", "trader").issuer("somebody"));
        refuses(token("ada", "trader").audience("another"));
        given().auth().oauth2("nonsense").get("/api/v1/trades").then().statusCode(401);
        assertThat(world.text("SELECT count(*) FROM trading.requests WHERE ticker = '" + world.ticker + "'"))
                .isEqualTo("0");
    }

    @Test
    void letsAViewerLookAndNothingMore() {
        RequestSpecification viewer =
                given().auth().oauth2(token("vic", "viewer").sign());
        viewer.get("/api/v1/trades").then().statusCode(200);
        given().auth()
                .oauth2(token("vic", "viewer").sign())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key())
                .body("{}")
                .post("/api/v1/trades")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | expected a JSON object",
                "{\"side\":\"MAYBE\"} | side: expected YES or NO",
                "{\"side\":\"YES\",\"ticker\":\"a b\"} | ticker: expected a market's ticker",
                "{\"side\":\"YES\",\"ticker\":\"T\",\"quantity\":1} | quantity: expected a text",
                "{\"side\":\"YES\",\"ticker\":\"T\",\"quantity\":\"0\"} | quantity: expected a decimal",
                "{\"side\":\"YES\",\"ticker\":\"T\",\"quantity\":\"1\",\"priceCapDollars\":\"1.5\"} | priceCapDollars:"
                        + " expected",
                "{\"price\":\"1\"} | price: expected no such field"
            })
    void namesTheFieldThatIsWrong(String body, String detail) {
        asTrader()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key())
                .body(body)
                .post("/api/v1/trades")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", startsWith(detail));
    }

    @Test
    void answersUnknownTradesAndMissingKeysWithProblems() {
        asTrader()
                .get("/api/v1/trades/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        asTrader().get("/api/v1/trades/x").then().statusCode(400);
        asTrader().get("/api/v1/trades?state=all").then().statusCode(400);
        asTrader().get("/api/v1/trades?size=0").then().statusCode(400);
        asTrader()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/trades")
                .then()
                .statusCode(400);
    }

    @Test
    void describesItself() {
        given().get("/api/v1/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/api/v1/trades'.post.responses.default.content.keySet()",
                        hasItem("application/problem+json"));
    }

    private void refuses(JwtClaimsBuilder token) {
        given().auth().oauth2(token.sign()).get("/api/v1/trades").then().statusCode(401);
    }

    private ValidatableResponse open(String side, String quantity, String cap, String key) {
        return asTrader()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"ticker\":\"" + world.ticker + "\",\"side\":\"" + side + "\",\"quantity\":\"" + quantity
                        + "\",\"priceCapDollars\":\"" + cap + "\"}")
                .post("/api/v1/trades")
                .then();
    }

    private static RequestSpecification asTrader() {
        return given().auth().oauth2(token("ada", "viewer", "trader").sign());
    }

    private static JwtClaimsBuilder token(String user, String... roles) {
        return Jwt.issuer("recio")
                .audience("trade-manager")
                .upn(user)
                .groups(Set.of(roles))
                .expiresAt(Instant.now().plusSeconds(60));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
