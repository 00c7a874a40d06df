package io.recio.apiwatchdog.market;

import static io.recio.apiwatchdog.market.Listings.at;
import static io.recio.apiwatchdog.market.Listings.determined;
import static io.recio.apiwatchdog.market.Listings.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.MarketStatus;
import io.recio.domain.money.Price;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.SocketMessage.LifecycleStep;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SymbolBoardTest {

    private static final SystemTime REAL = SystemTime.of(Instant.parse("2026-11-22T09:00:00Z"));

    private final SymbolBoard board = new SymbolBoard(Listings.BTC);

    @Test
    void takesTheOpenEventThatClosesFirstForTheCurrentOne() {
        list(event("DAILY", MarketStatus.ACTIVE, at(-600, 0), at(240, 0), "117999.99"));
        list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99"));
        list(event("NEXT", MarketStatus.INITIALIZED, at(60, 0), at(120, 0), "117999.99"));

        assertThat(board.current(at(10, 0)).orElseThrow().ticker()).isEqualTo(event("HOUR"));
        assertThat(board.following(at(10, 0)).orElseThrow().ticker()).isEqualTo(event("NEXT"));
        assertThat(board.current(at(60, 0)).orElseThrow().ticker()).isEqualTo(event("NEXT"));
    }

    @Test
    void knowsThatAnEventHoursAwayIsNotTheNextHour() {
        list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99"));
        list(event("DAILY", MarketStatus.ACTIVE, at(-600, 0), at(240, 0), "117999.99"));
        assertThat(board.knowsNextHour(at(10, 0))).isFalse();

        list(event("NEXT", MarketStatus.INITIALIZED, at(60, 0), at(120, 0), "117999.99"));
        assertThat(board.knowsNextHour(at(10, 0))).isTrue();
    }

    @Test
    void knowsWhenTheFollowingEventTakesOver() {
        list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99"));
        list(event("NEXT", MarketStatus.INITIALIZED, at(60, 0), at(120, 0), "117999.99"));

        assertThat(board.turn(board.following(at(10, 0)).orElseThrow(), at(10, 0)))
                .isEqualTo(at(60, 0));
    }

    @Test
    void waitsForTheMarketsOfAnEvent() {
        assertThat(list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0))))
                .isFalse();
        assertThat(board.current(at(10, 0))).isEmpty();

        assertThat(list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99")))
                .isTrue();
        assertThat(list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99", "118249.99")))
                .isFalse();
        assertThat(board.current(at(10, 0)).orElseThrow().markets()).hasSize(2);
    }

    @Test
    void keepsAClosedEventUntilItHasPaidOut() {
        list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99"));
        WatchedEvent hour = board.event(event("HOUR")).orElseThrow();
        var ticker = Listings.market("HOUR", "117999.99");
        board.forget(at(300, 0), Duration.ofHours(1));
        assertThat(board.unsettled(at(300, 0))).containsExactly(hour);

        hour.market(ticker)
                .orElseThrow()
                .changed(determined(ticker, MarketResult.YES, Price.ONE, at(61, 0)), at(61, 0), 0);
        assertThat(board.unsettled(at(61, 5))).containsExactly(hour);
        hour.market(ticker).orElseThrow().changed(Listings.news(ticker, LifecycleStep.SETTLED), at(62, 0), 0);

        assertThat(board.unsettled(at(62, 5))).as("level still unknown").containsExactly(hour);
        list(event("HOUR", MarketStatus.FINALIZED, at(0, 0), at(60, 0), "117999.99"));

        assertThat(board.unsettled(at(62, 5))).isEmpty();
        board.forget(at(119, 0), Duration.ofHours(1));
        assertThat(board.events()).hasSize(1);
        board.forget(at(121, 0), Duration.ofHours(1));
        assertThat(board.events()).isEmpty();
    }

    private boolean list(EventListing listing) {
        return board.listed(listing, at(1, 0), 0, REAL);
    }
}
