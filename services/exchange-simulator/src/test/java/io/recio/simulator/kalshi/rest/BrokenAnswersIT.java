package io.recio.simulator.kalshi.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultRule;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import io.recio.simulator.kalshi.SignedCalls;
import io.recio.simulator.kalshi.SteppedExchange;
import io.recio.simulator.kalshi.TestKeys;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that never come, come late or come by half. */
@QuarkusTest
@TestProfile(SteppedExchange.class)
class BrokenAnswersIT {

    @TestHTTPResource
    URL url;

    @Inject
    Faults faults;

    @AfterEach
    void calm() {
        faults.clear();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"DROP", "TIMEOUT_BEFORE_APPLYING", "TIMEOUT_AFTER_APPLYING", "TRUNCATED_BODY"})
    void leavesAClientWithoutAWholeAnswer(FaultKind kind) {
        faults.arm(rule(kind, Duration.ofMillis(100), 1));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://%s:%d/trade-api/v2/series".formatted(url.getHost(), url.getPort())))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void answersLateWhenTold() {
        faults.arm(rule(FaultKind.LATENCY, Duration.ofMillis(300), 1));
        assertThat(given().get("/trade-api/v2/series").time()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void fillsNoMoreThanAFaultAllows() {
        String ticker = deep();
        faults.arm(rule(FaultKind.PARTIAL_FILL, Duration.ZERO, 150));
        new SignedCalls(TestKeys.RSA)
                .post(
                        "/portfolio/events/orders",
                        "{\"ticker\":\"%s\",\"client_order_id\":\"%s\",\"side\":\"bid\",\"count\":\"5\",\"price\":\"0.9900\","
                                        .formatted(ticker, UUID.randomUUID())
                                + "\"time_in_force\":\"immediate_or_cancel\","
                                + "\"self_trade_prevention_type\":\"maker\",\"exchange_index\":2}")
                .then()
                .statusCode(201)
                .body("fill_count", equalTo("1.50"))
                .body("remaining_count", equalTo("0.00"));
    }

    private static String deep() {
        List<Map<String, Object>> markets = given().get("/trade-api/v2/markets?series_ticker=KXETHD&status=open")
                .jsonPath()
                .getList("markets");
        return markets.stream()
                .filter(market -> Double.parseDouble(String.valueOf(market.get("yes_ask_size_fp"))) >= 5)
                .filter(market -> Double.parseDouble(String.valueOf(market.get("yes_ask_dollars"))) < 0.9)
                .map(market -> String.valueOf(market.get("ticker")))
                .findFirst()
                .orElseThrow();
    }

    private static FaultRule rule(FaultKind kind, Duration delay, int count) {
        return new FaultRule(
                "broken",
                FaultScope.KALSHI_REST,
                kind,
                Optional.of(Pattern.compile("/series$|/orders$")),
                1,
                0,
                OptionalInt.of(1),
                Optional.empty(),
                delay,
                count,
                503);
    }
}
