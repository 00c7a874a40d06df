package io.recio.accountsync.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.recio.accountsync.AccountSyncConfig;
import io.recio.accountsync.read.ReadOutcome.Failed;
import io.recio.accountsync.read.ReadOutcome.Reading;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadPlanTest {

    private static final Instant NOON = Instant.parse("2026-11-22T17:00:00Z");

    private final AccountSyncConfig config = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(AccountSyncConfig.class)
            .build()
            .getConfigMapping(AccountSyncConfig.class);
    private final ReadPlan plan = new ReadPlan(config, 0);

    @Test
    void readsEverythingAtTheStartThenNewsThenEverythingAgain() {
        assertThat(plan.next(at(0), false)).contains(ReadScope.WHOLE);
        succeed(ReadScope.WHOLE, 0, 10);

        assertThat(plan.next(at(4.9), false)).isEmpty();
        assertThat(plan.next(at(5), false)).contains(ReadScope.NEWS);
        succeed(ReadScope.NEWS, 5, 10);
        assertThat(plan.next(at(60), false)).contains(ReadScope.WHOLE);
    }

    @Test
    void readsOneThingAtATime() {
        plan.began(ReadScope.WHOLE, at(0));

        assertThat(plan.next(at(120), true)).isEmpty();
    }

    @Test
    void readsHoldingsOnceForManyMoves() {
        succeed(ReadScope.WHOLE, 0, 10);
        plan.holdingsWanted(at(1));
        plan.holdingsWanted(at(1.1));

        assertThat(plan.next(at(1.1), false)).isEmpty();
        assertThat(plan.next(at(1.2), false)).contains(ReadScope.HOLDINGS);
        succeed(ReadScope.HOLDINGS, 1.2, 0);
        assertThat(plan.next(at(1.5), false)).isEmpty();
    }

    @Test
    void looksForPayoutsEachSecondWhileOneIsAwaitedAndAtOnceWhenTold() {
        succeed(ReadScope.WHOLE, 0, 10);

        assertThat(plan.next(at(1), true)).contains(ReadScope.PAYOUTS);
        assertThat(plan.next(at(1), false)).isEmpty();
        plan.payoutsWanted(at(1.5));
        assertThat(plan.next(at(1.5), false)).contains(ReadScope.PAYOUTS);
    }

    @Test
    void pausesLongerWithEachFailure() {
        plan.began(ReadScope.WHOLE, at(0));
        fail(0, Duration.ZERO);
        assertThat(plan.next(at(0.9), false)).isEmpty();
        assertThat(plan.next(at(1), false)).contains(ReadScope.WHOLE);

        plan.began(ReadScope.WHOLE, at(1));
        fail(1, Duration.ZERO);
        assertThat(plan.next(at(2.9), false)).isEmpty();
        assertThat(plan.next(at(3), false)).contains(ReadScope.WHOLE);

        plan.began(ReadScope.WHOLE, at(3));
        fail(3, Duration.ofSeconds(30));
        assertThat(plan.next(at(32.9), false)).isEmpty();
        assertThat(plan.next(at(33), false)).contains(ReadScope.WHOLE);
    }

    @Test
    void reachesBackBehindTheReadBefore() {
        assertThat(plan.since(ReadScope.NEWS)).isEmpty();
        succeed(ReadScope.WHOLE, 0, 10);
        succeed(ReadScope.NEWS, 5, 10);
        succeed(ReadScope.NEWS, 10, 10);
        assertThat(plan.since(ReadScope.NEWS)).contains(since(0));

        succeed(ReadScope.NEWS, 15, 10);
        succeed(ReadScope.NEWS, 20, 10);

        assertThat(plan.since(ReadScope.NEWS)).contains(since(5));
        assertThat(plan.since(ReadScope.WHOLE)).isEmpty();
    }

    @Test
    void readsEveryOrderEachTimeWhileTheyAreFew() {
        assertThat(plan.readsEveryOrder()).isFalse();
        succeed(ReadScope.WHOLE, 0, 10);

        assertThat(plan.readsEveryOrder()).isTrue();
    }

    @Test
    void readsEverythingAfterAResubscriptionButNotAgainAndAgain() {
        succeed(ReadScope.WHOLE, 0, 10);
        plan.resubscribed(at(10));
        assertThat(plan.next(at(10), false)).contains(ReadScope.WHOLE);
        succeed(ReadScope.WHOLE, 10, 10);

        plan.resubscribed(at(11));

        assertThat(plan.next(at(11), false)).contains(ReadScope.NEWS);
        succeed(ReadScope.NEWS, 11, 10);
        assertThat(plan.next(at(15), false)).contains(ReadScope.WHOLE);
    }

    private void succeed(ReadScope scope, double second, int orders) {
        plan.began(scope, at(second));
        plan.ended(new Reading(
                request(scope, second),
                Optional.empty(),
                orders > 0,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of()));
    }

    private void fail(double second, Duration pause) {
        plan.ended(new Failed(request(ReadScope.WHOLE, second), false, "no answer", pause), at(second));
    }

    private static ReadRequest request(ReadScope scope, double second) {
        Instant moment = NOON.plusMillis((long) (second * 1000));
        return new ReadRequest(
                scope,
                new ReadStart(SystemTime.of(moment), BusinessTime.of(moment), at(second)),
                Optional.empty(),
                false,
                Set.of(),
                Set.of());
    }

    private static BusinessTime since(long second) {
        return BusinessTime.of(NOON.plusSeconds(second).minusSeconds(60));
    }

    private static long at(double seconds) {
        return (long) (seconds * 1e9);
    }
}
