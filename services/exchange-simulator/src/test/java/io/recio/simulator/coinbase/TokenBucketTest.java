package io.recio.simulator.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final AtomicLong nanos = new AtomicLong();
    private final TokenBucket bucket = new TokenBucket(10, 15, new SystemClock() {
        @Override
        public SystemTime now() {
            return SystemTime.of(Instant.EPOCH.plusNanos(nanos.get()));
        }

        @Override
        public long nanos() {
            return nanos.get();
        }
    });

    @Test
    void letsABurstOf15ThroughAndTenASecondAfterIt() {
        assertThat(passed(100)).isEqualTo(15);

        nanos.addAndGet(1_000_000_000L);
        assertThat(passed(100)).isEqualTo(10);

        nanos.addAndGet(60_000_000_000L);
        assertThat(passed(100)).isEqualTo(15);
    }

    private long passed(int requests) {
        return IntStream.range(0, requests).filter(_ -> bucket.take()).count();
    }
}
