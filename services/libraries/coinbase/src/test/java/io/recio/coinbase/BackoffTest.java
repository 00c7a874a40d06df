package io.recio.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final RandomGenerator HALFWAY = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public double nextDouble() {
            return 0.5;
        }
    };

    @Test
    void doublesUpToTheLongestAndStartsOverAfterAReset() {
        Backoff backoff = new Backoff(Duration.ofMillis(400), Duration.ofSeconds(2), HALFWAY);

        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(300));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(600));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(1200));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(1500));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(1500));

        backoff.reset();

        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void drawsEachWaitFromTheUpperHalf() {
        Backoff backoff = new Backoff(Duration.ofMillis(400), Duration.ofMillis(400), new Random(20261122));

        for (int i = 0; i < 1000; i++) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        }
    }
}
