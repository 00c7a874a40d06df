package io.recio.simulator.kalshi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateBudgetTest {

    private long nanos;

    private final SystemClock clock = new SystemClock() {
        @Override
        public SystemTime now() {
            return SystemTime.of(Instant.EPOCH);
        }

        @Override
        public long nanos() {
            return nanos;
        }
    };

    private final RateBudget budget = new RateBudget(200, 100, clock);

    @Test
    void takesTenWritesAtOnceAndTenASecond() {
        assertThat(writes(2)).isEqualTo(10);
        nanos += Duration.ofMillis(500).toNanos();
        assertThat(writes(2)).isEqualTo(5);
    }

    @Test
    void holdsThreeSecondsOfReads() {
        int taken = 0;
        while (budget.read(10)) {
            taken++;
        }
        assertThat(taken).isEqualTo(60);
    }

    @Test
    void billsEachShardByItself() {
        assertThat(writes(2)).isEqualTo(10);
        assertThat(writes(0)).isEqualTo(10);
    }

    @Test
    void billsAWriteByTickerToEveryShard() {
        assertThat(budget.write(100, -1)).isTrue();
        assertThat(budget.write(10, 2)).isFalse();
        assertThat(budget.unscopedWrite(10)).isFalse();
    }

    private int writes(int shard) {
        int taken = 0;
        while (budget.write(10, shard)) {
            taken++;
        }
        return taken;
    }
}
