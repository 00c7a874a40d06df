package io.recio.systemmonitor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryPaceTest {

    @Test
    void waitsLongerAfterEachAttemptUpToFiveMinutes() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(attempt -> DeliveryPace.after(attempt, Optional.empty())
                        .toSeconds()))
                .containsExactly(5L, 15L, 30L, 60L, 120L, 300L, 300L, 300L);
    }

    @Test
    void waitsAsLongAsTheProviderAsksButNeverLess() {
        assertThat(DeliveryPace.after(1, Optional.of(Duration.ofSeconds(42)))).isEqualTo(Duration.ofSeconds(42));
        assertThat(DeliveryPace.after(3, Optional.of(Duration.ofSeconds(1)))).isEqualTo(Duration.ofSeconds(30));
    }
}
