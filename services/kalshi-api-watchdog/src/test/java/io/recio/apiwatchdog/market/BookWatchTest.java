package io.recio.apiwatchdog.market;

import static io.recio.apiwatchdog.market.Listings.at;
import static io.recio.apiwatchdog.market.Listings.event;
import static io.recio.apiwatchdog.market.Listings.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.apiwatchdog.TestSettings;
import io.recio.apiwatchdog.work.Inbox;
import io.recio.apiwatchdog.work.RestReads;
import io.recio.domain.market.Book;
import io.recio.domain.market.Level;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.fixtures.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookWatchTest {

    private static final MarketTicker NOW = market("HOUR", "117999.99");
    private static final MarketTicker THEN = market("NEXT", "117999.99");
    private static final Book BOOK =
            new Book(List.of(new Level(Price.of("0.9600"), Quantity.ofContracts(150))), List.of());

    private final FixedClock clock =
            new FixedClock(Instant.parse("2026-11-22T09:00:00Z"), at(10, 0).instant());
    private final FakeMarkets exchange = new FakeMarkets();
    private final Inbox inbox = Inbox.waking(() -> {});
    private final SymbolBoard board = new SymbolBoard(Listings.BTC);
    private final List<Set<MarketTicker>> followed = new ArrayList<>();

    @BeforeEach
    void twoHours() {
        board.listed(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99"), at(10, 0), 0, clock.now());
        board.listed(
                event("NEXT", MarketStatus.INITIALIZED, at(60, 0), at(120, 0), "117999.99"), at(10, 0), 0, clock.now());
    }

    @Test
    void followsTheNextEventAMinuteBeforeItIsNeededAndLeavesTheClosedOne() {
        BookWatch watch = watch(1);
        follow(watch);
        clock.advance(Duration.ofMinutes(48));
        follow(watch);
        clock.advance(Duration.ofMinutes(1));
        follow(watch);
        clock.advance(Duration.ofMinutes(1));
        follow(watch);

        assertThat(followed).containsExactly(Set.of(NOW), Set.of(NOW, THEN), Set.of(THEN));
    }

    @Test
    void followsTheNextEventAsSoonAsItIsKnownWhenAnHourLastsAMinute() {
        follow(watch(60));

        assertThat(followed).containsExactly(Set.of(NOW, THEN));
    }

    @Test
    void readsMissingBooksByRestEveryTwoSeconds() {
        BookWatch watch = watch(1);
        exchange.books.put(NOW, BOOK);
        follow(watch);
        for (int second = 0; second < 6; second++) {
            clock.advance(Duration.ofSeconds(1));
            fallBack(watch);
        }

        assertThat(exchange.asked).containsExactly("books 1", "books 1", "books 1");
        assertThat(current().market(NOW).orElseThrow().book()).isEqualTo(BOOK);
        assertThat(current().feed().row(clock.now(), Optional.empty()).valid()).isTrue();
    }

    @Test
    void keepsWhatTheStreamDeliveredWhileTheReadWasUnderWay() {
        List<Runnable> underWay = new ArrayList<>();
        BookWatch watch = new BookWatch(
                new FakeStream(),
                exchange,
                RestReads.on(underWay::add, inbox, clock),
                TestSettings.DEFAULTS.books(),
                new Tempo(1));
        exchange.books.put(NOW, Book.EMPTY);
        follow(watch);
        clock.advance(Duration.ofSeconds(2));
        fallBack(watch);
        underWay.forEach(Runnable::run);
        current().feed().held(NOW);
        current().market(NOW).orElseThrow().quoted(BOOK, at(10, 2));

        inbox.drain();

        assertThat(current().market(NOW).orElseThrow().book()).isEqualTo(BOOK);
    }

    @Test
    void asksNothingByRestWhileTheStreamDelivers() {
        BookWatch watch = watch(1);
        follow(watch);
        current().feed().held(NOW);
        clock.advance(Duration.ofSeconds(10));
        fallBack(watch);

        assertThat(exchange.asked).isEmpty();
    }

    private WatchedEvent current() {
        return board.event(event("HOUR")).orElseThrow();
    }

    private void follow(BookWatch watch) {
        watch.follow(List.of(board), clock.business().now(), clock.nanos());
    }

    private void fallBack(BookWatch watch) {
        watch.fallBack(List.of(board), clock.business().now(), clock.nanos());
        inbox.drain();
    }

    private BookWatch watch(int speed) {
        return new BookWatch(
                new FakeStream(),
                exchange,
                RestReads.on(Runnable::run, inbox, clock),
                TestSettings.DEFAULTS.books(),
                new Tempo(speed));
    }

    private final class FakeStream implements BookStream {

        @Override
        public void follow(Set<MarketTicker> tickers) {
            followed.add(Set.copyOf(tickers));
        }

        @Override
        public Optional<Duration> silence() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
