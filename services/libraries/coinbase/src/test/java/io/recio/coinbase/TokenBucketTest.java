package io.recio.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final ManualClock clock = new ManualClock();
    private final TokenBucket bucket = new TokenBucket(10, clock);

    @Test
    void givesASecondsWorthAtOnceAndThenOneEachTenthOfASecond() {
        for (int i = 0; i < 10; i++) {
            assertThat(bucket.take()).isZero();
        }
        assertThat(bucket.take()).isEqualTo(Duration.ofMillis(100).toNanos());
        assertThat(bucket.take()).isEqualTo(Duration.ofMillis(200).toNanos());
    }

    @Test
    void fillsWhileItRestsButNeverBeyondASecondsWorth() {
        for (int i = 0; i < 12; i++) {
            bucket.take();
        }
        clock.advance(Duration.ofMinutes(5));
        for (int i = 0; i < 10; i++) {
            assertThat(bucket.take()).isZero();
        }
        assertThat(bucket.take()).isEqualTo(Duration.ofMillis(100).toNanos());
    }
}
