package io.recio.apiwatchdog.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookFeedStateTest {

    private static final SystemTime START = SystemTime.of(Instant.parse("2026-11-22T17:00:00Z"));
    private static final MarketTicker A = new MarketTicker("A");
    private static final MarketTicker B = new MarketTicker("B");
    private static final Optional<Duration> HEARD_JUST_NOW = Optional.of(Duration.ofMillis(200));
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private final BookFeedState feed = new BookFeedState(0, START);

    @BeforeEach
    void wanted() {
        feed.want(Set.of(A, B), nanos(0));
    }

    @Test
    void believesTheStreamOnlyWhenEveryBookIsThere() {
        feed.held(A);
        assertThat(feed.row(at(1), HEARD_JUST_NOW))
                .isEqualTo(new FeedRow(true, false, Optional.of("waiting for snapshots"), START));

        feed.held(B);
        assertThat(feed.row(at(1), HEARD_JUST_NOW))
                .isEqualTo(new FeedRow(true, true, Optional.empty(), at(1).minus(Duration.ofMillis(200))));
    }

    @Test
    void doubtsAllBooksOfTheEventAtOnceAfterAGapInOne() {
        complete();

        feed.lost(A, "sequence 4 where 3 was expected", nanos(5));

        FeedRow row = feed.row(at(5), HEARD_JUST_NOW);
        assertThat(row.valid()).isFalse();
        assertThat(row.reason()).contains("sequence 4 where 3 was expected");
    }

    @Test
    void doubtsTheBooksWhileThereIsNoConnection() {
        complete();

        assertThat(feed.row(at(5), Optional.empty()).valid()).isFalse();
        feed.disconnected("closed by the exchange", nanos(5));
        assertThat(feed.row(at(5), HEARD_JUST_NOW).reason()).contains("closed by the exchange");
    }

    @Test
    void keepsTheLastSignOfLifeWhileInDoubt() {
        complete();
        feed.row(at(4), HEARD_JUST_NOW);

        feed.lost(A, "gap", nanos(5));

        assertThat(feed.row(at(9), Optional.empty()).heardAt()).isEqualTo(at(4).minus(Duration.ofMillis(200)));
    }

    @Test
    void asksRestAfterTwoSecondsInDoubtAndThenEveryTwo() {
        complete();
        feed.lost(A, "gap", nanos(10));

        assertThat(feed.needsRead(nanos(11), TWO_SECONDS, TWO_SECONDS)).isFalse();
        assertThat(feed.needsRead(nanos(12), TWO_SECONDS, TWO_SECONDS)).isTrue();
        feed.asked(nanos(12));
        assertThat(feed.needsRead(nanos(13), TWO_SECONDS, TWO_SECONDS)).isFalse();
        assertThat(feed.needsRead(nanos(14), TWO_SECONDS, TWO_SECONDS)).isTrue();
    }

    @Test
    void believesAWholeReadForFiveSeconds() {
        feed.disconnected("no connection", nanos(0));
        feed.read(Set.of(A, B), at(3));

        assertThat(feed.row(at(4), Optional.empty()))
                .isEqualTo(new FeedRow(false, true, Optional.of("no connection"), at(3)));
        assertThat(feed.row(at(8), Optional.empty()).valid()).isTrue();
        assertThat(feed.row(at(9), Optional.empty()).valid()).isFalse();
    }

    @Test
    void doesNotBelieveAReadThatLeftABookOut() {
        feed.read(Set.of(A), at(3));

        assertThat(feed.row(at(3), HEARD_JUST_NOW).valid()).isFalse();
    }

    @Test
    void returnsToTheStreamAndForgetsTheRead() {
        feed.read(Set.of(A, B), at(3));
        feed.held(A);
        feed.held(B);
        assertThat(feed.row(at(4), HEARD_JUST_NOW).bySocket()).isTrue();

        feed.lost(B, "gap", nanos(4));

        assertThat(feed.row(at(4), HEARD_JUST_NOW))
                .isEqualTo(new FeedRow(true, false, Optional.of("gap"), at(4).minus(Duration.ofMillis(200))));
    }

    @Test
    void ignoresBooksNobodyWants() {
        complete();

        feed.want(Set.of(A), nanos(6));
        feed.lost(B, "gap", nanos(7));

        assertThat(feed.row(at(7), HEARD_JUST_NOW).valid()).isTrue();
    }

    private void complete() {
        feed.held(A);
        feed.held(B);
    }

    private static SystemTime at(int seconds) {
        return START.plus(Duration.ofSeconds(seconds));
    }

    private static long nanos(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
