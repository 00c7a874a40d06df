package io.recio.simulator.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.recio.domain.time.BusinessClock;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The feed at sixty times the speed, on recorded prices. */
@QuarkusTest
@TestProfile(FastFeedIT.Fast.class)
class FastFeedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource
    URL url;

    @Inject
    Vertx vertx;

    @Inject
    BusinessClock clock;

    @Test
    void keepsOneHeartbeatASecondAndEveryTradeWithoutFallingBehind() throws Exception {
        try (FeedProbe probe = new FeedProbe(vertx, url.getPort())) {
            probe.subscribe("BTC-USD\",\"ETH-USD", "[\"ticker\",\"heartbeat\",\"matches\"]");
            await().atMost(PATIENCE).until(() -> probe.of("heartbeat").size() >= 600);

            for (String product : List.of("BTC-USD", "ETH-USD")) {
                List<JsonObject> beats = of(probe, "heartbeat", product);
                for (int i = 1; i < beats.size(); i++) {
                    assertThat(time(beats.get(i)))
                            .isEqualTo(time(beats.get(i - 1)).plusSeconds(1));
                }
                List<JsonObject> matches = of(probe, "match", product);
                for (int i = 1; i < matches.size(); i++) {
                    assertThat(matches.get(i).getLong("trade_id"))
                            .isEqualTo(matches.get(i - 1).getLong("trade_id") + 1);
                }
            }
            // Two minutes of business time are two seconds of real time, far more than a loop that keeps up needs.
            assertThat(time(probe.of("heartbeat").getLast()))
                    .isAfter(clock.now().instant().minusSeconds(120));
        }
    }

    private static List<JsonObject> of(FeedProbe probe, String type, String product) {
        return probe.of(type).stream()
                .filter(frame -> frame.getString("product_id").equals(product))
                .toList();
    }

    private static Instant time(JsonObject frame) {
        return Instant.parse(frame.getString("time"));
    }

    public static final class Fast implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "recio.clock.business-anchor", "2023-03-14T12:00:00Z",
                    "recio.clock.system-anchor", Clock.systemUTC().instant().toString(),
                    "recio.clock.speed", "60",
                    "simulator.prices", "recorded");
        }
    }
}
