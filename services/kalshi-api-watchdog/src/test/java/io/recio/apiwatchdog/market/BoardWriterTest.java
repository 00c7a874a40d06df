package io.recio.apiwatchdog.market;

import static io.recio.apiwatchdog.market.Listings.at;
import static io.recio.apiwatchdog.market.Listings.event;
import static io.recio.apiwatchdog.market.Listings.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.apiwatchdog.TestSettings;
import io.recio.domain.market.Book;
import io.recio.domain.market.Level;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.fixtures.FixedClock;
import io.recio.kalshi.model.SeriesDetails;
import io.recio.storage.Fence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardWriterTest {

    private static final Fence FENCE = new Fence("kalshi-api-watchdog", "here", 1);
    private static final MarketTicker LOW = market("HOUR", "117999.99");
    private static final MarketTicker HIGH = market("HOUR", "118249.99");

    private final FixedClock clock =
            new FixedClock(Instant.parse("2026-11-22T09:00:00Z"), at(10, 0).instant());
    private final Commits commits = new Commits();
    private final SymbolBoard board = new SymbolBoard(Listings.BTC);
    private final BoardWriter writer =
            new BoardWriter(board, commits, new BoardWriter.Revisions(41), TestSettings.DEFAULTS.books());

    @BeforeEach
    void anEventWithBothBooks() {
        board.listed(
                event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99", "118249.99"),
                clock.business().now(),
                clock.nanos(),
                clock.now());
        hour().follow(true);
        hour().feed().want(Set.of(LOW, HIGH), clock.nanos());
        hour().feed().held(LOW);
        hour().feed().held(HIGH);
        write();
        commits.all.clear();
        commits.revisions.clear();
        clock.advance(Duration.ofMillis(50));
    }

    @Test
    void writesTheFirstChangeAtOnceAndTheNextOnesTogether() {
        quote(LOW, "0.9000");
        write();
        clock.advance(Duration.ofMillis(10));
        quote(LOW, "0.9100");
        write();
        clock.advance(Duration.ofMillis(10));
        quote(LOW, "0.9200");
        quote(HIGH, "0.4000");
        write();
        assertThat(commits.all).hasSize(1);

        clock.advance(Duration.ofMillis(30));
        write();

        assertThat(commits.all).hasSize(2);
        assertThat(commits.all.get(1).books())
                .extracting(row ->
                        row.ticker() + " " + row.book().yesBids().getFirst().price())
                .containsExactly(LOW + " 0.9200", HIGH + " 0.4000");
        assertThat(commits.revisions).containsExactly(42L, 43L);
    }

    @Test
    void commitsAtMostTwentyTimesASecond() {
        for (int milli = 0; milli < 1000; milli++) {
            quote(LOW, milli % 2 == 0 ? "0.9000" : "0.9100");
            write();
            clock.advance(Duration.ofMillis(1));
        }

        assertThat(commits.all).hasSize(20).allMatch(BoardStore.Changes::tells);
    }

    @Test
    void writesOnlyBooksThatHaveChanged() {
        quote(LOW, "0.9000");
        write();
        clock.advance(Duration.ofMillis(60));
        quote(LOW, "0.9000");
        write();

        assertThat(commits.all).hasSize(1);
        assertThat(commits.all.getFirst().books()).hasSize(1);
        assertThat(commits.all.getFirst().markets()).isEmpty();
    }

    @Test
    void callsBooksInvalidWithoutWaitingForTheInterval() {
        quote(LOW, "0.9000");
        write();
        clock.advance(Duration.ofMillis(1));

        hour().feed().lost(LOW, "sequence 4 where 3 was expected", clock.nanos());
        write();

        assertThat(commits.all).hasSize(2);
        FeedRow row = commits.all.get(1).feeds().get(event("HOUR"));
        assertThat(row.valid()).isFalse();
        assertThat(row.reason()).contains("sequence 4 where 3 was expected");
    }

    @Test
    void writesASignOfLifeWithinASecondWithoutWakingAnybody() {
        clock.advance(Duration.ofMillis(800));
        write();

        assertThat(commits.all).hasSize(1);
        assertThat(commits.all.getFirst().tells()).isFalse();
        assertThat(commits.all.getFirst().feeds().get(event("HOUR")).heardAt()).isEqualTo(clock.now());
        assertThat(commits.revisions).containsExactly(0L);
    }

    @Test
    void tellsThatMarketsClosedWhenTheClockSaysSo() {
        clock.advance(Duration.ofMinutes(50));
        hour().follow(false);
        write();

        BoardStore.Changes changes = commits.all.getFirst();
        assertThat(changes.markets())
                .extracting(facts -> facts.market().status())
                .containsExactly(MarketStatus.CLOSED, MarketStatus.CLOSED);
        assertThat(changes.feeds().get(event("HOUR")).reason()).contains("not followed");
    }

    @Test
    void disownsTheBooksThatAFormerRunFollowed() {
        WatchedEvent former = WatchedEvent.stored(hour().facts(), hour().markets(), clock.nanos(), clock.now());
        board.restore(former);
        write();

        FeedRow row = commits.all.getFirst().feeds().get(event("HOUR"));
        assertThat(row.valid()).isFalse();
        assertThat(row.reason()).contains("not followed");
    }

    @Test
    void bringsANewVolumeWithTheBook() {
        hour().market(LOW).orElseThrow().traded(Quantity.ofContracts(77), Quantity.ofContracts(9));
        write();

        assertThat(commits.all.getFirst().books())
                .extracting(BookRow::volume)
                .containsExactly(Quantity.ofContracts(77));
    }

    private WatchedEvent hour() {
        return board.event(event("HOUR")).orElseThrow();
    }

    private void quote(MarketTicker ticker, String price) {
        hour().market(ticker)
                .orElseThrow()
                .quoted(
                        new Book(List.of(new Level(Price.of(price), Quantity.ofContracts(5))), List.of()),
                        clock.business().now());
    }

    private void write() {
        writer.write(
                FENCE,
                new BoardWriter.Moment(clock.business().now(), clock.now(), clock.nanos(), Optional.of(Duration.ZERO)));
    }

    /** Notes every commit. */
    private static final class Commits implements BoardStore {

        private final List<Changes> all = new ArrayList<>();
        private final List<Long> revisions = new ArrayList<>();

        @Override
        public Tempo tempo() {
            return new Tempo(1);
        }

        @Override
        public long newestRevision() {
            return 41;
        }

        @Override
        public List<WatchedEvent> load(Symbol symbol, BusinessTime now, long nanos, SystemTime at) {
            return List.of();
        }

        @Override
        public void write(Fence fence, Changes changes, long revision) {
            all.add(changes);
            revisions.add(revision);
        }

        @Override
        public void write(Fence fence, SeriesDetails series) {
            throw new AssertionError("a board has no series of its own");
        }

        @Override
        public void sweep(Fence fence, BusinessTime closedBefore) {
            throw new AssertionError("a writer does not sweep");
        }
    }
}
