package io.recio.domain.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedPulseAgeTest {

    private static final BusinessTime HEARD = BusinessTime.parse("2026-11-22T16:59:00Z");

    @Test
    void keepsALiveFeedFreshWhenTheBusinessClockRunsFast() {
        // At speed 60 a delay of 100 ms is six business seconds.
        BusinessTime now = HEARD.plus(Duration.ofSeconds(6));
        assertThat(FeedPulse.heard(HEARD).isFresh(now)).isFalse();
        assertThat(FeedPulse.heard(HEARD).aged(Duration.ofMillis(100), now).isFresh(now))
                .isTrue();
    }

    @Test
    void findsASilentFeedStaleAfterThreeRealSeconds() {
        BusinessTime now = HEARD.plus(Duration.ofSeconds(200));
        assertThat(FeedPulse.heard(HEARD).aged(Duration.ofMillis(3_001), now).isHeard(now))
                .isFalse();
    }

    @Test
    void keepsHowLongTheFeedHasBeenBehind() {
        BusinessTime now = HEARD.plus(Duration.ofSeconds(30));
        FeedPulse behind = new FeedPulse(HEARD, Optional.of(HEARD.minus(Duration.ofMillis(900))));
        assertThat(behind.aged(Duration.ofMillis(50), now).isBehind(now)).isFalse();
        assertThat(behind.aged(Duration.ofMillis(100), now).isBehind(now)).isTrue();
    }
}
