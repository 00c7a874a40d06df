package io.recio.simulator.admin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdminIT {

    @AfterEach
    void calm() {
        given().delete("/admin/faults").then().statusCode(204);
        given().delete("/admin/latencies").then().statusCode(204);
    }

    @Test
    void switchesAFaultOnAndOff() {
        put("slow-orders", """
                {"scope": "kalshi-rest", "kind": "latency", "pattern": "orders", "delayMillis": 200, "limit": 3}
                """, 204);

        given().get("/admin/faults")
                .then()
                .statusCode(200)
                .body("name", contains("slow-orders"))
                .body("kind", contains("latency"))
                .body("delayMillis", contains(200))
                .body("limit", contains(3))
                .body("probability", contains(1.0f))
                .body("struck", contains(0))
                .body("over", contains(false));

        given().delete("/admin/faults/slow-orders").then().statusCode(204);
        given().get("/admin/faults").then().body("$", empty());
        given().delete("/admin/faults/slow-orders")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("fault must be one that is switched on, was 'slow-orders'"));
    }

    @Test
    void namesWhatIsWrongWithAFault() {
        refused("{\"scope\": \"kalshi-rest\"}", "kind must be given, was missing");
        refused("{\"scope\": \"moon\", \"kind\": \"drop\"}", "scope must be one of coinbase-ws, coinbase-rest,");
        refused("{\"scope\": \"exchange\", \"kind\": \"drop\"}", "kind drop does not strike scope exchange");
        refused(
                "{\"scope\": \"kalshi-ws\", \"kind\": \"drop\", \"probability\": 2}",
                "probability must be above 0 up to 1, was 2.0");
        refused(
                "{\"scope\": \"kalshi-ws\", \"kind\": \"drop\", \"probabilty\": 1}",
                "body must be a JSON object of known fields: Unrecognized field \"probabilty\"");
        refused("{", "body must be a JSON object of known fields: Unexpected end-of-input");
    }

    @Test
    void printsATickAndKeepsItInTheLedger() {
        int id = given().contentType(ContentType.JSON)
                .body("{\"product\": \"ETH-USD\", \"price\": \"3950.25\"}")
                .post("/admin/ticks")
                .then()
                .statusCode(201)
                .body("symbol", equalTo("ETH"))
                .body("priceDollars", equalTo("3950.25"))
                .extract()
                .path("tradeId");

        given().get("/admin/latencies")
                .then()
                .statusCode(200)
                .body("ticks.tradeId", contains(id))
                .body("orders", empty());
    }

    @Test
    void refusesATickForAnUnknownProduct() {
        given().contentType(ContentType.JSON)
                .body("{\"product\": \"XYZ-USD\", \"price\": \"1\"}")
                .post("/admin/ticks")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("product must be one of [BTC-USD, ETH-USD], was 'XYZ-USD'"));
    }

    @Test
    void tellsHowItStands() {
        given().get("/admin/status")
                .then()
                .statusCode(200)
                .body("speed", equalTo(1))
                .body("prices", equalTo("generated"))
                .body("symbols.symbol", contains("BTC", "ETH"))
                .body("symbols.recorded", contains(false, false));
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static void put(String name, String body, int status) {
        given().contentType(ContentType.JSON)
                .body(body)
                .put("/admin/faults/" + name)
                .then()
                .statusCode(status);
    }

    private static void refused(String body, String detail) {
        given().contentType(ContentType.JSON)
                .body(body)
                .put("/admin/faults/any")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", startsWith(detail));
    }
}
