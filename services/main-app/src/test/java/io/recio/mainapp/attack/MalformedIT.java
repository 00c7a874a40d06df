package io.recio.mainapp.attack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ScreenDatabaseResource;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies, cookies and frames that are not what they should be. */
@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class MalformedIT {

    TestDatabase database;

    @TestHTTPResource
    URI address;

    private Browser trader;

    @BeforeEach
    void aTrader() {
        trader = Browser.loggedIn(database, "attacker", "trader");
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of("no JSON", "subscribe everything"),
                Arguments.of("no object", "[\"prices\"]"),
                Arguments.of("no list", "{\"subscribe\":\"prices\"}"),
                Arguments.of("no texts", "{\"subscribe\":[1,2]}"),
                Arguments.of("an unknown topic", "{\"subscribe\":[\"passwords\"]}"),
                Arguments.of("too many topics", "{\"subscribe\":[" + "\"prices\",".repeat(40) + "\"prices\"]}"),
                Arguments.of("deeply nested", "{\"subscribe\":" + "[".repeat(1500) + "]".repeat(1500) + "}"),
                Arguments.of("too large", "{\"subscribe\":[\"prices:" + "A".repeat(5000) + "\"]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void endsAConnectionThatSendsAFrameThatIs(String what, String frame) throws Exception {
        var listener = new Closing();
        connect(listener).sendText(frame, true).get(5, TimeUnit.SECONDS);
        assertThat(listener.code.get(5, TimeUnit.SECONDS)).as(what).isIn(1002, 1003, 1007, 1008, 1009, 1011);
        given().get("/").then().statusCode(200);
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        trader.changes()
                .body("{\"reason\":\"" + "x".repeat(70_000) + "\",\"flatten\":false}")
                .post("/api/v1/kill-switch")
                .then()
                .statusCode(413);
        trader.reads().get("/api/v1/kill-switch").then().body("on", org.hamcrest.Matchers.equalTo(false));
    }

    @Test
    void takesNoSessionThatABrowserWasGivenBeforeTheLogin() {
        String planted = "A".repeat(43);
        var answer = given().contentType(ContentType.JSON)
                .cookie("recio_session", planted)
                .body(Map.of("name", "attacker", "password", Browser.PASSWORD))
                .post("/api/v1/session");
        answer.then().statusCode(200);
        assertThat(answer.cookie("recio_session")).isNotEqualTo(planted).hasSizeGreaterThan(40);
        given().cookie("recio_session", planted).get("/api/v1/session").then().statusCode(401);
    }

    @ParameterizedTest
    @MethodSource("injections")
    void takesSqlInAFilterForText(String path) {
        trader.reads()
                .get("/api/v1/" + path)
                .then()
                .statusCode(org.hamcrest.Matchers.anyOf(org.hamcrest.Matchers.is(200), org.hamcrest.Matchers.is(400)));
        trader.reads().get("/api/v1/session").then().statusCode(200);
    }

    static Stream<String> injections() {
        return Stream.of(
                "trades?symbol=BTC'%20OR%201=1--",
                "trades?sort=pnl;DROP%20TABLE%20auth.users",
                "trades?strategy=%27;DELETE%20FROM%20auth.sessions;--",
                "decisions?reason=A');DELETE%20FROM%20auth.sessions;--",
                "decisions?ticker=%27%20OR%20true--");
    }

    private WebSocket connect(WebSocket.Listener listener) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", "http://127.0.0.1:" + address.getPort())
                .header("Cookie", "recio_session=" + trader.cookie())
                .buildAsync(URI.create("ws://127.0.0.1:" + address.getPort() + "/ws/v1/stream"), listener)
                .join();
    }

    /** Remembers with which code the other side closed; 1011 when it dropped the line. */
    private static final class Closing implements WebSocket.Listener {

        private final CompletableFuture<Integer> code = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
            code.complete(statusCode);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            code.complete(1011);
        }
    }
}
