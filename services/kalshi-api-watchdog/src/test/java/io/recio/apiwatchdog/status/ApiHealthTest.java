package io.recio.apiwatchdog.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiHealthTest {

    private static final SystemTime NOW = SystemTime.of(Instant.parse("2026-11-22T09:00:00Z"));

    @Test
    void countsTheApiAsUnreachableAfterFiveFailuresInARow() {
        ApiHealth health = ApiHealth.UNKNOWN.good(Duration.ofMillis(12), NOW);
        for (int failure = 0; failure < 4; failure++) {
            health = health.failed("no answer", 5);
        }
        assertThat(health.reachable()).isTrue();

        assertThat(health.failed("no answer", 5))
                .isEqualTo(new ApiHealth(
                        false, Optional.of(Duration.ofMillis(12)), 5, Optional.of("no answer"), Optional.of(NOW)));
    }

    @Test
    void countsItAsReachableAgainAfterOneGoodReading() {
        ApiHealth away = ApiHealth.UNKNOWN.failed("no answer", 1);

        assertThat(away.good(Duration.ofMillis(9), NOW))
                .isEqualTo(new ApiHealth(
                        true, Optional.of(Duration.ofMillis(9)), 0, Optional.of("no answer"), Optional.of(NOW)));
    }

    @Test
    void beginsTheCountAnewAfterAGoodReading() {
        ApiHealth health = ApiHealth.UNKNOWN
                .failed("no answer", 2)
                .good(Duration.ofMillis(9), NOW)
                .failed("no answer", 2);

        assertThat(health.reachable()).isTrue();
        assertThat(health.failuresInRow()).isEqualTo(1);
    }
}
