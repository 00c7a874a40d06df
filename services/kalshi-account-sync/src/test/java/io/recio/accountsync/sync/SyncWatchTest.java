package io.recio.accountsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.accountsync.read.ReadOutcome.Failed;
import io.recio.accountsync.read.ReadOutcome.Reading;
import io.recio.accountsync.read.ReadRequest;
import io.recio.accountsync.read.ReadScope;
import io.recio.accountsync.read.ReadStart;
import io.recio.accountsync.record.Notice;
import io.recio.accountsync.stream.AccountStream;
import io.recio.domain.time.SystemTime;
import io.recio.fixtures.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyncWatchTest {

    private static final Instant NOON = Instant.parse("2026-11-22T17:00:00Z");

    private final FixedClock clock = new FixedClock(NOON, NOON);
    private final SyncWatch watch = new SyncWatch(clock, Duration.ofSeconds(30), true);
    private final FakeStream stream = new FakeStream();

    @Test
    void isStaleUntilTheFirstCompleteReading() {
        watch.connected();
        assertThat(reason()).contains("account has not been read since the start");

        watch.read(reading(ReadScope.HOLDINGS));
        assertThat(reason()).isPresent();
        watch.read(reading(ReadScope.WHOLE));

        assertThat(reason()).isEmpty();
        assertThat(watch.takeNotices()).isEmpty();
    }

    @Test
    void staysFreshOnReadsAloneAndIsStaleWhenTheyFailToo() {
        watch.connected();
        watch.read(reading(ReadScope.WHOLE));
        watch.disconnected("connection lost", false);
        assertThat(reason()).isEmpty();

        watch.failed(failed(false));

        assertThat(reason()).contains("stream is lost (connection lost) and account cannot be read: no answer");
        assertThat(watch.takeNotices()).extracting(Notice::code).containsExactly("ACCOUNT_STALE");
    }

    @Test
    void isStaleWhenNothingWasConfirmedForThirtySeconds() {
        watch.connected();
        watch.read(reading(ReadScope.WHOLE));
        clock.advance(Duration.ofSeconds(30));
        assertThat(reason()).isEmpty();

        clock.advance(Duration.ofSeconds(1));

        assertThat(reason()).contains("nothing was confirmed for 31 s");
    }

    @Test
    void countsSubscriptionsAsUnbrokenOnlyWhileTheyAreTheSame() {
        watch.connected();
        assertThat(watch.subscribedAnew(stream)).isFalse();
        stream.ids = Optional.of(List.of(1L, 2L, 3L));
        assertThat(watch.subscribedAnew(stream)).isTrue();
        clock.advance(Duration.ofSeconds(5));
        assertThat(watch.subscribedAnew(stream)).isFalse();
        assertThat(since()).contains(SystemTime.of(NOON));

        stream.ids = Optional.of(List.of(1L, 2L, 4L));

        assertThat(watch.subscribedAnew(stream)).isTrue();
        assertThat(since()).contains(SystemTime.of(NOON.plusSeconds(5)));
    }

    @Test
    void beginsAnewAfterALostConnectionWhateverTheIdsAre() {
        watch.connected();
        stream.ids = Optional.of(List.of(1L, 2L, 3L));
        watch.subscribedAnew(stream);
        clock.advance(Duration.ofSeconds(5));

        watch.disconnected("connection lost", false);
        assertThat(since()).isEmpty();
        watch.connected();

        assertThat(watch.subscribedAnew(stream)).isTrue();
        assertThat(since()).contains(SystemTime.of(NOON.plusSeconds(5)));
    }

    @Test
    void alertsOnceForAKeyThatIsRefusedUntilItIsAcceptedAgain() {
        watch.failed(failed(true));
        watch.failed(failed(true));
        assertThat(codes()).containsExactly("AUTHENTICATION_FAILED");
        assertThat(watch.look(Optional.empty()).authenticated()).isFalse();

        watch.read(reading(ReadScope.WHOLE));
        watch.failed(failed(true));

        assertThat(codes()).containsExactly("AUTHENTICATION_FAILED");
    }

    @Test
    void doesNotRepeatTheAlertOfTheInstanceBefore() {
        SyncWatch next = new SyncWatch(clock, Duration.ofSeconds(30), false);

        next.failed(failed(true));

        assertThat(next.takeNotices()).isEmpty();
    }

    @Test
    void leavesTheAccountStaleWhenItStops() {
        watch.connected();
        watch.read(reading(ReadScope.WHOLE));

        assertThat(watch.stopped().staleReason()).contains("account sync has stopped");
        assertThat(watch.stopped().connected()).isFalse();
    }

    private Optional<String> reason() {
        return watch.look(Optional.empty()).staleReason();
    }

    private Optional<SystemTime> since() {
        return watch.look(Optional.empty()).subscribedSince();
    }

    private List<String> codes() {
        return watch.takeNotices().stream().map(Notice::code).toList();
    }

    private Reading reading(ReadScope scope) {
        return new Reading(
                request(scope),
                Optional.empty(),
                true,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private Failed failed(boolean refused) {
        return new Failed(request(ReadScope.NEWS), refused, "no answer", Duration.ZERO);
    }

    private ReadRequest request(ReadScope scope) {
        return new ReadRequest(
                scope,
                new ReadStart(clock.now(), clock.business().now(), clock.nanos()),
                Optional.empty(),
                false,
                Set.of(),
                Set.of());
    }

    private static final class FakeStream implements AccountStream {

        private Optional<List<Long>> ids = Optional.empty();

        @Override
        public boolean isConnected() {
            return ids.isPresent();
        }

        @Override
        public Optional<Duration> silence() {
            return Optional.empty();
        }

        @Override
        public Optional<List<Long>> subscriptions() {
            return ids;
        }

        @Override
        public long troubles() {
            return 0;
        }

        @Override
        public void close() {
            ids = Optional.empty();
        }
    }
}
