package io.recio.simulator.kalshi;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;

/** Calls the exchange as a client that signs. */
public final class SignedCalls {

    private static final String BASE = "/trade-api/v2";

    private final String key;

    public SignedCalls(String key) {
        this.key = key;
    }

    public Response get(String path) {
        return signed("GET", path).get(BASE + path);
    }

    public Response post(String path, String body) {
        return signed("POST", path).body(body).post(BASE + path);
    }

    public Response put(String path, String body) {
        return signed("PUT", path).body(body).put(BASE + path);
    }

    public Response delete(String path) {
        return signed("DELETE", path).delete(BASE + path);
    }

    public RequestSpecification signed(String method, String path) {
        String timestamp = Long.toString(Instant.now().toEpochMilli());
        String withoutQuery = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        return given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .header("KALSHI-ACCESS-KEY", key)
                .header("KALSHI-ACCESS-TIMESTAMP", timestamp)
                .header("KALSHI-ACCESS-SIGNATURE", TestKeys.sign(key, timestamp + method + BASE + withoutQuery));
    }
}
