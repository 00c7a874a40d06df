package io.recio.kalshi.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.kalshi.FakeClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenQueueTest {

    private final FakeClock clock = FakeClock.at("2026-11-22T17:00:00Z");
    private final TokenQueue queue = new TokenQueue(AccountLimits.BASIC.write(), clock);

    @Test
    void letsEntriesSpendAllButTheReserve() {
        for (int entry = 0; entry < 8; entry++) {
            assertThat(queue.poll(queue.join(10, false))).isZero();
        }

        assertThat(queue.poll(queue.join(10, false))).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void letsCancelsUseTheReserve() {
        spendTheEntries();

        for (int cancel = 0; cancel < 10; cancel++) {
            assertThat(queue.poll(queue.join(2, true))).isZero();
        }
        assertThat(queue.poll(queue.join(2, true))).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void letsAnUrgentWriteOvertakeEntriesThatWait() {
        spendTheEntries();
        TokenQueue.Ticket entry = queue.join(10, false);
        TokenQueue.Ticket close = queue.join(10, true);

        assertThat(queue.poll(entry)).isPositive();
        assertThat(queue.poll(close)).isZero();
        clock.advance(Duration.ofMillis(200));
        assertThat(queue.poll(entry)).isZero();
    }

    @Test
    void keepsTheOrderOfArrivalAmongEquals() {
        spendTheEntries();
        TokenQueue.Ticket first = queue.join(10, false);
        TokenQueue.Ticket second = queue.join(10, false);
        clock.advance(Duration.ofMillis(100));

        assertThat(queue.poll(second)).isPositive();
        assertThat(queue.poll(first)).isZero();
    }

    @Test
    void refillsContinuously() {
        spendTheEntries();
        TokenQueue.Ticket entry = queue.join(10, false);

        clock.advance(Duration.ofMillis(99));
        assertThat(queue.poll(entry)).isPositive();
        clock.advance(Duration.ofMillis(1));
        assertThat(queue.poll(entry)).isZero();
    }

    @Test
    void isEmptyAfterTheExchangeRefused() {
        queue.drain();

        assertThat(queue.poll(queue.join(2, true))).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void takesLargerLimitsIntoUse() {
        queue.drain();
        queue.resize(new AccountLimits.Bucket(1000, 3000));
        TokenQueue.Ticket close = queue.join(10, true);
        clock.advance(Duration.ofMillis(10));

        assertThat(queue.poll(close)).isZero();
    }

    private void spendTheEntries() {
        for (int entry = 0; entry < 8; entry++) {
            queue.poll(queue.join(10, false));
        }
    }
}
