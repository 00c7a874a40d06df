package io.recio.pricewatchdog.watch;

import static io.recio.pricewatchdog.Prints.BTC;
import static io.recio.pricewatchdog.Prints.NOON;
import static io.recio.pricewatchdog.Prints.at;
import static io.recio.pricewatchdog.Prints.candle;
import static io.recio.pricewatchdog.Prints.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.coinbase.FeedMessage;
import io.recio.coinbase.FeedMessage.Disconnected;
import io.recio.coinbase.FeedMessage.HeartbeatSeen;
import io.recio.coinbase.FeedMessage.TradeSeen;
import io.recio.coinbase.FeedMessage.TradesMissed;
import io.recio.coinbase.Trade;
import io.recio.domain.price.IndexValue;
import io.recio.domain.price.PartialAverage;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.fixtures.FixedClock;
import io.recio.pricewatchdog.PriceWatchdogConfig;
import io.recio.pricewatchdog.alert.PriceAlert;
import io.recio.pricewatchdog.alert.PriceAlerts;
import io.recio.pricewatchdog.backfill.Answer;
import io.recio.pricewatchdog.backfill.Request;
import io.recio.pricewatchdog.track.PriceTrack;
import io.recio.storage.price.FeedState;
import io.recio.storage.price.LatestPrice;
import io.recio.storage.price.LoggedSecond;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Watch, history and writer together, on clocks the test moves: one lease's work without threads. */
class SymbolWatchTest {

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final PriceWatchdogConfig CONFIG = new SmallRyeConfigBuilder()
            .withMapping(PriceWatchdogConfig.class)
            .build()
            .getConfigMapping(PriceWatchdogConfig.class);

    private final FixedClock clock = new FixedClock(Instant.parse("2026-01-01T00:00:00Z"), NOON.instant());
    private final FakePriceStore store = new FakePriceStore();
    private final List<Request> asked = new ArrayList<>();
    private final List<Boolean> silences = new ArrayList<>();
    private History history;
    private SymbolWatch watch;
    private PriceWriter writer;

    @BeforeEach
    void begin() {
        PriceTrack track = new PriceTrack(Symbol.BTC);
        WatchFigures figures = new WatchFigures() {
            @Override
            public void heard() {}

            @Override
            public void committed(int rows, Duration sinceArrival, boolean silent) {
                silences.add(silent);
            }
        };
        history = new History(
                Symbol.BTC, track, store, asked::add, CONFIG.backfill().depth());
        PriceAlerts alerts = new PriceAlerts(
                Symbol.BTC,
                CONFIG.alerts().movePercent().doubleValue(),
                CONFIG.alerts().moveSeconds(),
                List.of(),
                CONFIG.alerts().gap());
        watch = new SymbolWatch(
                Symbol.BTC, track, history, alerts, CONFIG.alerts().moveSeconds(), figures, clock.now());
        writer = new PriceWriter(Symbol.BTC, store, track, history, watch, figures, clock, CONFIG);
        history.load(now());
    }

    @Test
    void commitsTheFirstChangeAtOnceAndThenTwentyTimesASecondAtMost() {
        for (int i = 0; i < 100; i++) {
            hear(new TradeSeen(trade(i + 1, i * 0.01, "100"), i, Optional.empty()));
            step();
            clock.advance(Duration.ofMillis(10));
        }

        assertThat(store.commits).hasSize(20);
        assertThat(store.commits.getFirst().tradeId()).hasValue(1);
        assertThat(store.commits.get(1).tradeId()).hasValue(6);
    }

    @Test
    void knowsWhenItIsDue() {
        assertThat(writer.untilDue(IDLE)).isEqualTo(IDLE);
        tradeAt(1, 0, "100");
        assertThat(writer.untilDue(IDLE)).isEqualTo(Duration.ZERO);
        step();
        tradeAt(2, 0, "100");
        clock.advance(Duration.ofMillis(20));

        assertThat(writer.untilDue(IDLE)).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void writesNothingWithoutAPrice() {
        hear(new HeartbeatSeen(BTC, 7, NOON));
        step();

        assertThat(store.commits).isEmpty();
        assertThat(writer.untilDue(IDLE)).isEqualTo(IDLE);
    }

    @Test
    void asksForTheHourAndTheDayBeforeTheFirstTrade() {
        tradeAt(500, 0.5, "100");

        assertThat(asked)
                .containsExactly(
                        new Request.Trades(1, 499, at(-3659)), new Request.Candles(at(0.5 - 25 * 3600), at(0.5)));
        assertThat(stateAfterStep()).isEqualTo(FeedState.BACKFILLING);
        asked.forEach(request -> answer(new Answer.Done(request)));
        assertThat(stateAfterStep()).isEqualTo(FeedState.LIVE);
    }

    @Test
    void asksOnlyForWhatItsOwnLogLacks() {
        for (int second = -3660; second < -20; second++) {
            store.rows.put(at(second), row(second));
        }
        store.bars.put(at(-60), candle(-1, "1", "1", "1", "1", "1"));
        begin();
        tradeAt(500, 0.5, "100");

        assertThat(asked).containsExactly(new Request.Trades(1, 499, at(-20)), new Request.Candles(at(-60), at(0.5)));
    }

    @Test
    void asksFromTheFirstHoleOfItsLog() {
        for (int second = -3660; second < -20; second++) {
            if (second < -2000 || second > -1900) {
                store.rows.put(at(second), row(second));
            }
        }
        begin();
        tradeAt(500, 0.5, "100");

        assertThat(asked.getFirst()).isEqualTo(new Request.Trades(1, 499, at(-2000)));
    }

    @Test
    void fallsBackToCandlesWhenTradesCannotBeHad() {
        tradeAt(500, 0.5, "100");
        Request.Trades trades = (Request.Trades) asked.getFirst();
        answer(new Answer.Failed(trades, "no answer"));

        assertThat(asked.getLast()).isEqualTo(new Request.Candles(at(-3659), NOON));
        assertThat(watch.takeAlerts()).extracting(PriceAlert::code).containsExactly("BACKFILL_FAILED");
    }

    @Test
    void writesHistoryOnlyWhenAllPagesHaveCome() {
        tradeAt(500, 0.5, "100");
        Request.Trades request = (Request.Trades) asked.getFirst();
        tradeAt(501, 1.5, "101");
        answer(new Answer.TradePage(request, List.of(trade(498, -5, "98"), trade(499, -3, "99"))));
        step();
        assertThat(store.rows.keySet()).containsExactly(at(0));

        answer(new Answer.Done(request));
        clock.advance(Duration.ofMillis(50));
        step();
        assertThat(store.rows.keySet()).containsExactly(at(-5), at(-4), at(-3), at(-2), at(-1), at(0));
    }

    @Test
    void asksForMissedTradesAndTheirMinute() {
        tradeAt(500, 0.5, "100");
        asked.clear();
        clock.advance(Duration.ofSeconds(71));
        tradeAt(501, 70.5, "100");
        hear(new TradesMissed(BTC, 480, 490));
        assertThat(asked).containsExactly(new Request.Trades(480, 490, now().minus(Duration.ofMinutes(61))));
        clock.advance(Duration.ofSeconds(51));
        hear(new HeartbeatSeen(BTC, 501, at(122)));
        step();

        assertThat(asked.getLast()).isEqualTo(new Request.Candles(at(0), at(120)));
    }

    @Test
    void keepsMinutesAndTellsTheChangeOverHours() {
        answer(new Answer.CandlePage(
                new Request.Candles(at(-3660), NOON), List.of(candle(-61, "80", "80", "80", "80", "1"))));
        tradeAt(500, 0.5, "100");
        step();

        assertThat(store.bars).containsOnlyKeys(at(-3660));
        assertThat(store.commits.getLast().change1h()).hasValue(25.0);
        assertThat(store.commits.getLast().change3h()).isEmpty();
    }

    @Test
    void carriesTheIndexIntoTheSnapshotAndTheRowOfItsSecond() {
        IndexValue index = new IndexValue(
                SpotPrice.of("100.5"), at(0.9), Optional.of(new PartialAverage(at(900), 3, SpotPrice.of("100.25"))));
        take(new Inbound.IndexHeard(index));
        tradeAt(500, 0.5, "100");
        tradeAt(501, 2.5, "101");
        step();

        LatestPrice latest = store.commits.getLast();
        assertThat(latest.snapshot().index()).contains(index);
        assertThat(store.rows.get(at(0)).index()).contains(SpotPrice.of("100.5"));
        assertThat(store.rows.get(at(1)).index()).isEmpty();
    }

    @Test
    void writesOnceThatTheFeedFellSilent() {
        tradeAt(500, 0, "100");
        step();
        hear(new Disconnected("gone"));
        clock.advance(Duration.ofSeconds(4));
        step();
        clock.advance(Duration.ofSeconds(4));
        step();

        assertThat(store.commits)
                .extracting(LatestPrice::feedState)
                .containsExactly(FeedState.BACKFILLING, FeedState.SILENT);
        assertThat(watch.takeAlerts()).isEmpty();
        clock.advance(Duration.ofSeconds(4));
        step();
        assertThat(watch.takeAlerts()).extracting(PriceAlert::code).containsExactly("FEED_GAP");
    }

    @Test
    void tellsWhatIsWrittenWhileTheFeedIsSilentFromItsResults() {
        tradeAt(500, 0, "100");
        step();
        clock.advance(Duration.ofSeconds(4));
        take(new Inbound.IndexHeard(new IndexValue(SpotPrice.of("100.5"), at(4), Optional.empty())));
        step();
        tradeAt(501, 4.5, "101");
        clock.advance(Duration.ofSeconds(1));
        step();

        assertThat(silences).containsExactly(false, true, false);
    }

    @Test
    void tellsOfAFeedThatNeverSpoke() {
        clock.advance(Duration.ofSeconds(11));
        step();

        assertThat(watch.takeAlerts()).extracting(PriceAlert::code).containsExactly("FEED_GAP");
    }

    @Test
    void doesNotBelieveTheFuture() {
        tradeAt(500, 0, "100");
        hear(new TradeSeen(trade(501, 61, "999"), 1, Optional.empty()));
        take(new Inbound.IndexHeard(new IndexValue(SpotPrice.of("999"), at(61), Optional.empty())));
        step();

        assertThat(store.commits.getLast().snapshot().price()).isEqualTo(SpotPrice.of("100"));
        assertThat(store.commits.getLast().snapshot().index()).isEmpty();
    }

    @Test
    void keepsRoomForTodayAndTomorrowAndForgetsAfterThirtyDays() {
        writer.keepDays(NOON);
        writer.keepDays(NOON);
        writer.keepDays(NOON.plus(Duration.ofDays(1)));

        assertThat(store.days)
                .containsExactly(
                        "ensure 2026-11-22",
                        "ensure 2026-11-23",
                        "drop before 2026-10-23",
                        "ensure 2026-11-24",
                        "drop before 2026-10-24");
    }

    private void tradeAt(long id, double seconds, String price) {
        Trade trade = trade(id, seconds, price);
        hear(new TradeSeen(trade, id, Optional.empty()));
    }

    private void hear(FeedMessage message) {
        take(new Inbound.FeedHeard(message, now(), clock.now(), clock.nanos()));
    }

    private void answer(Answer answer) {
        take(new Inbound.Answered(answer));
    }

    private void take(Inbound message) {
        watch.take(message, now());
        writer.noteNews(clock.nanos());
    }

    private void step() {
        watch.look(now(), clock.now());
        writer.write(now(), false);
    }

    private FeedState stateAfterStep() {
        step();
        return watch.state(now(), clock.now());
    }

    private BusinessTime now() {
        return clock.business().now();
    }

    private static LoggedSecond row(int second) {
        PriceTrack track = new PriceTrack(Symbol.BTC);
        track.seen(trade(1, second, "100"));
        track.seen(trade(2, second + 1, "100"));
        return new LoggedSecond(track.due(1, true).getFirst(), Optional.empty());
    }
}
