package io.recio.kalshi.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.kalshi.FakeClock;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RateBudgetTest {

    private final FakeClock clock = FakeClock.at("2026-11-22T17:00:00Z");
    private final RateBudget budget = new RateBudget(AccountLimits.BASIC, clock);

    @Test
    void keepsABucketForEachShardAndOneForReads() throws Exception {
        for (int entry = 0; entry < 8; entry++) {
            assertThat(budget.acquire(Charge.write(2), Duration.ZERO)).isTrue();
        }

        assertThat(budget.acquire(Charge.write(2), Duration.ZERO)).isFalse();
        assertThat(budget.acquire(Charge.write(0), Duration.ZERO)).isTrue();
        assertThat(budget.acquire(Charge.read(), Duration.ZERO)).isTrue();
        assertThat(budget.acquire(Charge.cancel(2), Duration.ZERO)).isTrue();
    }

    @Test
    void refusesAtOnceWhatCanNeverFit() throws Exception {
        Charge huge = new Charge(Charge.Kind.WRITE, 0, 101, true);

        assertThat(budget.acquire(huge, Duration.ofDays(1))).isFalse();
    }

    @Test
    void emptiesTheBucketTheExchangeRefused() throws Exception {
        budget.refused(Charge.write(2));

        assertThat(budget.acquire(Charge.cancel(2), Duration.ZERO)).isFalse();
        assertThat(budget.acquire(Charge.cancel(0), Duration.ZERO)).isTrue();
    }

    /** The clock stands still: waiting would never end. */
    @Test
    @Timeout(20)
    void saysAtOnceThatTokensCannotBeThereInTime() throws Exception {
        budget.refused(Charge.write(2));

        assertThat(budget.acquire(Charge.write(2), Duration.ofMillis(299))).isFalse();
        assertThat(budget.acquire(Charge.cancel(2), Duration.ofMillis(19))).isFalse();
    }

    @Test
    void refusesToWaitOnAnEventLoop() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            var onLoop = io.vertx.core.Promise.<Boolean>promise();
            vertx.runOnContext(nothing -> {
                try {
                    onLoop.complete(budget.acquire(Charge.read(), Duration.ZERO));
                } catch (InterruptedException | IllegalStateException e) {
                    onLoop.fail(e);
                }
            });
            assertThat(onLoop.future().toCompletionStage().toCompletableFuture())
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableOfType(ExecutionException.class)
                    .withMessageContaining("rate budget must be awaited off the event loop");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        }
    }
}
