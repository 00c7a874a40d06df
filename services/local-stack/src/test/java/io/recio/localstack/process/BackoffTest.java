package io.recio.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SHORT = Duration.ofSeconds(2);

    private final Backoff backoff = new Backoff();

    @Test
    void waitsLongerWhileAProcessKeepsExiting() {
        assertThat(IntStream.range(0, 9).mapToObj(exit -> backoff.afterExit(SHORT)))
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30));
    }

    @Test
    void startsAtOnceAgainAfterACalmMinute() {
        IntStream.range(0, 5).forEach(exit -> backoff.afterExit(SHORT));

        assertThat(backoff.afterExit(Duration.ofSeconds(60))).isEqualTo(Duration.ZERO);
        assertThat(backoff.afterExit(Duration.ofSeconds(59))).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void startsAtOnceWhenSomebodyAsks() {
        IntStream.range(0, 5).forEach(exit -> backoff.afterExit(SHORT));

        backoff.reset();

        assertThat(backoff.afterExit(SHORT)).isEqualTo(Duration.ZERO);
    }
}
