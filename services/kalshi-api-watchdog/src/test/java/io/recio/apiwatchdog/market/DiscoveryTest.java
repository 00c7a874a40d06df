package io.recio.apiwatchdog.market;

import static io.recio.apiwatchdog.market.Listings.at;
import static io.recio.apiwatchdog.market.Listings.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.apiwatchdog.TestSettings;
import io.recio.apiwatchdog.work.Inbox;
import io.recio.apiwatchdog.work.RestReads;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.time.BusinessTime;
import io.recio.fixtures.FixedClock;
import io.recio.kalshi.model.SeriesDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private final FixedClock clock =
            new FixedClock(Instant.parse("2026-11-22T09:00:00Z"), at(10, 0).instant());
    private final FakeMarkets exchange = new FakeMarkets();
    private final Inbox inbox = Inbox.waking(() -> {});
    private final SymbolBoard board = new SymbolBoard(Listings.BTC);
    private final List<SeriesDetails> series = new ArrayList<>();
    private final List<Boolean> proofs = new ArrayList<>();

    private Discovery discovery = discovery(1);

    @Test
    void findsTheCurrentAndTheNextEvent() {
        exchange.list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99"));
        exchange.list(event("NEXT", MarketStatus.INITIALIZED, at(60, 0), at(120, 0), "117999.99"));

        look();

        assertThat(board.current(now()).orElseThrow().ticker()).isEqualTo(event("HOUR"));
        assertThat(board.following(now()).orElseThrow().ticker()).isEqualTo(event("NEXT"));
        assertThat(series).extracting(details -> details.ticker().value()).containsExactly("KXBTCD");
        assertThat(proofs).containsExactly(true);
    }

    @Test
    void searchesEverySecondWhileNoEventIsOpen() {
        look();

        assertThat(listsWithin(Duration.ofSeconds(10))).isEqualTo(10);
    }

    @Test
    void listsSlowlyOnceTheNextHourIsKnown() {
        exchange.list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99"));
        exchange.list(event("NEXT", MarketStatus.INITIALIZED, at(60, 0), at(120, 0), "117999.99"));
        look();
        look();

        assertThat(listsWithin(Duration.ofSeconds(60))).isEqualTo(4);
    }

    @Test
    void searchesEverySecondWhenTheNextHourIsMissingShortlyBeforeTheClose() {
        exchange.list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(12, 0), "117999.99"));
        look();
        clock.advance(Duration.ofSeconds(20));
        look();

        assertThat(listsWithin(Duration.ofSeconds(10))).isEqualTo(10);
    }

    @Test
    void countsRealTimeUntilTheCloseWhenBusinessTimeRunsFast() {
        discovery = discovery(60);
        exchange.list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99"));
        look();
        clock.advance(Duration.ofSeconds(1));
        look();

        assertThat(listsWithin(Duration.ofSeconds(5))).isEqualTo(5);
    }

    @Test
    void readsAnAnnouncedEventWithoutWaitingForTheLists() {
        exchange.list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99"));
        look();
        exchange.hidden.put(event("NEXT"), event("NEXT", MarketStatus.INITIALIZED, at(60, 0), at(120, 0), "117999.99"));

        discovery.announced(event("NEXT"), clock.nanos());
        inbox.drain();

        assertThat(board.following(now()).orElseThrow().ticker()).isEqualTo(event("NEXT"));
    }

    @Test
    void readsAClosedEventUntilItHasPaidOut() {
        exchange.list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(10, 30), "117999.99"));
        look();
        clock.advance(Duration.ofSeconds(40));
        exchange.listed.clear();
        exchange.hidden.put(event("HOUR"), event("HOUR", MarketStatus.FINALIZED, at(0, 0), at(10, 30), "117999.99"));
        assertThat(board.unsettled(now())).hasSize(1);

        look();

        assertThat(board.unsettled(now())).isEmpty();
    }

    @Test
    void asksLessAndLessOftenForAResultThatDoesNotCome() {
        exchange.list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(10, 1), "117999.99"));
        look();
        exchange.hidden.putAll(exchange.listed);
        exchange.listed.clear();
        clock.advance(Duration.ofHours(1));

        int before = Collections.frequency(exchange.asked, "event KXBTCD-HOUR");
        listsWithin(Duration.ofMinutes(12));

        assertThat(Collections.frequency(exchange.asked, "event KXBTCD-HOUR") - before)
                .as("at once and six minutes later")
                .isEqualTo(2);
    }

    @Test
    void goesOnSearchingWhileTheExchangeDoesNotAnswer() {
        exchange.away = true;
        look();
        listsWithin(Duration.ofSeconds(3));
        assertThat(proofs).isEmpty();

        exchange.away = false;
        exchange.list(event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99"));
        listsWithin(Duration.ofSeconds(1));

        assertThat(board.current(now())).isPresent();
    }

    @Test
    void takesTheRestOfAnEventWithAMarketItCannotRead() {
        exchange.list(Listings.withSkipped(
                event("HOUR", MarketStatus.ACTIVE, at(0, 0), at(60, 0), "117999.99"), "KXBTCD-HOUR-X"));

        look();

        assertThat(board.current(now()).orElseThrow().markets()).hasSize(1);
    }

    private int listsWithin(Duration span) {
        int before = Collections.frequency(exchange.asked, "list");
        for (int second = 0; second < span.toSeconds(); second++) {
            clock.advance(Duration.ofSeconds(1));
            look();
        }
        return Collections.frequency(exchange.asked, "list") - before;
    }

    private void look() {
        discovery.look(now(), clock.nanos());
        inbox.drain();
    }

    private BusinessTime now() {
        return clock.business().now();
    }

    private Discovery discovery(int speed) {
        return new Discovery(
                board,
                exchange,
                RestReads.on(Runnable::run, inbox, clock),
                TestSettings.DEFAULTS.discovery(),
                new Tempo(speed),
                clock.business(),
                clock,
                () -> proofs.add(true),
                series::add);
    }
}
