package io.recio.coinbase;

import static io.recio.coinbase.Payloads.BTC;
import static io.recio.coinbase.Payloads.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The REST client against a server on localhost. */
class CoinbaseRestIT {

    private static final Vertx VERTX = Vertx.vertx();

    private final FakeCoinbase exchange = new FakeCoinbase(VERTX);
    private final ManualClock clock = new ManualClock();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private BusinessTime now = BusinessTime.parse("2026-11-22T17:03:20Z");
    private CoinbaseRest rest = rest(100);

    @AfterEach
    void closeAll() {
        rest.close();
        exchange.close();
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void bringsCandlesOldestFirstAndToleratesAMissingMinute() {
        exchange.answer(request -> request.response().end(Payloads.recorded("http_candles.json")));

        List<Candle> candles = rest.candles(BTC, BusinessTime.parse("2026-11-22T16:59:40Z"), now);

        assertThat(candles).extracting(Candle::start).containsExactly(at(-60), at(60), at(120));
        assertThat(candles.get(1))
                .isEqualTo(new Candle(
                        at(60),
                        SpotPrice.of("84705.01"),
                        SpotPrice.of("84715"),
                        SpotPrice.of("84700"),
                        SpotPrice.of("84712.5"),
                        new BigDecimal("0.00000001")));
        assertThat(exchange.requests())
                .containsExactly("/products/BTC-USD/candles?granularity=60&start=2026-11-22T16:59:00Z"
                        + "&end=2026-11-22T17:03:00Z");
    }

    @Test
    void leavesOutTheRunningMinuteAndRowsBeforeTheStart() {
        now = BusinessTime.parse("2026-11-22T17:02:59.999Z");
        exchange.answer(request -> request.response().end(Payloads.recorded("http_candles.json")));

        assertThat(rest.candles(BTC, at(0), at(600))).extracting(Candle::start).containsExactly(at(60));
    }

    @Test
    void asksForNothingWhenNoMinuteHasEnded() {
        assertThat(rest.candles(BTC, at(190), at(600))).isEmpty();
        assertThat(exchange.requests()).isEmpty();
    }

    @Test
    void slicesALongRangeSoThatNoAnswerExceedsThreeHundredRows() {
        List<Integer> sizes = new ArrayList<>();
        exchange.answer(request -> {
            List<String> rows = new ArrayList<>();
            long start = BusinessTime.parse(request.getParam("start")).epochSecond();
            for (long t = BusinessTime.parse(request.getParam("end")).epochSecond(); t >= start; t -= 60) {
                rows.add("[" + t + ",99,101,100,100,1]");
            }
            sizes.add(rows.size());
            request.response().end(rows.toString());
        });
        BusinessTime from = now.minus(Duration.ofHours(24));

        List<Candle> candles = rest.candles(BTC, from, now);

        assertThat(sizes).containsExactly(300, 300, 300, 300, 245);
        assertThat(candles).hasSize(1440);
        assertThat(candles.getFirst().start()).isEqualTo(BusinessTime.parse("2026-11-21T17:03:00Z"));
        assertThat(candles.getLast().start()).isEqualTo(BusinessTime.parse("2026-11-22T17:02:00Z"));
    }

    @Test
    void passesOverABadRowButNotOverNothingElse() {
        exchange.answer(request ->
                request.response().end("[[1795366860,84700,84715,84705.01,84712.5,1],[1795366800,5,4,4,4,1],[7],{}]"));
        assertThat(rest.candles(BTC, at(0), now)).extracting(Candle::start).containsExactly(at(60));

        exchange.answer(request -> request.response().end("[[7],{}]"));
        assertThatThrownBy(() -> rest.candles(BTC, at(0), now)).isInstanceOf(CoinbaseException.Unreadable.class);
    }

    @Test
    void pagesBackToTheTradeThatTheFeedSawLast() {
        exchange.answer(tape(1, 2_500));

        assertThat(rest.tradesAfter(BTC, 400)).extracting(Trade::id).containsExactlyElementsOf(ids(401, 2_500));
        assertThat(exchange.requests())
                .containsExactly(
                        "/products/BTC-USD/trades?limit=1000",
                        "/products/BTC-USD/trades?limit=1000&after=1501",
                        "/products/BTC-USD/trades?limit=1000&after=501");
    }

    @Test
    void bringsExactlyTheTradesThatWereMissedInOneRequest() {
        exchange.answer(tape(1, 2_500));

        assertThat(rest.tradesBetween(BTC, 111, 120)).extracting(Trade::id).containsExactlyElementsOf(ids(111, 120));
        assertThat(exchange.requests()).containsExactly("/products/BTC-USD/trades?limit=1000&after=121");
    }

    @Test
    void pagesBackToAMoment() {
        exchange.answer(tape(1, 2_500));

        // The tape trades once a second.
        assertThat(rest.tradesSince(BTC, at(1_200))).extracting(Trade::id).containsExactlyElementsOf(ids(1_200, 2_500));
    }

    @Test
    void endsWhereTheTapeBegins() {
        exchange.answer(tape(1, 1_000));

        assertThat(rest.tradesSince(BTC, at(-5))).hasSize(1_000);
        assertThat(exchange.requests()).hasSize(2);
    }

    @Test
    void readsTheDocumentedTrade() {
        exchange.answer(request -> request.response()
                .end(request.getParam("after").equals("86327328") ? Payloads.recorded("http_trades.json") : "[]"));

        assertThat(rest.tradesBetween(BTC, 86_327_327, 86_327_327))
                .containsExactly(new Trade(
                        BTC,
                        86_327_327,
                        SpotPrice.of("6225.32"),
                        new BigDecimal("0.06469797"),
                        BusinessTime.parse("2020-03-20T00:36:59.860Z")));
    }

    @Test
    void readsTheQuote() {
        exchange.answer(request -> request.response().end(Payloads.recorded("http_ticker.json")));

        assertThat(rest.quote(BTC))
                .isEqualTo(new Quote(
                        new Trade(
                                BTC,
                                86_326_522,
                                SpotPrice.of("6268.48"),
                                new BigDecimal("0.00698254"),
                                BusinessTime.parse("2020-03-20T00:22:57.833897Z")),
                        Optional.of(new BidAsk(SpotPrice.of("6265.15"), SpotPrice.of("6267.71")))));
    }

    @Test
    void givesUpAfterThePageLimitAndSaysSo() {
        rest = rest(2);
        exchange.answer(tape(1, 5_000));

        assertThatThrownBy(() -> rest.tradesAfter(BTC, 10))
                .isInstanceOf(CoinbaseException.TooFarBack.class)
                .hasMessage("trades asked for must lie within 2 pages, still going at " + at(3_001));
    }

    @Test
    void doesNotWalkInCirclesWhenThePagesDoNotMove() {
        exchange.answer(request ->
                request.response().putHeader("CB-AFTER", "86327327").end(Payloads.recorded("http_trades.json")));

        assertThatThrownBy(() -> rest.tradesAfter(BTC, 10)).isInstanceOf(CoinbaseException.Unreadable.class);
        assertThat(exchange.requests()).hasSize(2);
    }

    @Test
    void keepsThePaceOfTheExchange() {
        exchange.answer(tape(1, 8_000));

        rest.tradesAfter(BTC, 1);

        assertThat(pauses)
                .containsExactly(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofMillis(200),
                        Duration.ofMillis(200),
                        Duration.ofMillis(200));
    }

    @Test
    void saysWhatToDoNextWhenARequestFails() {
        exchange.answer(request -> request.response()
                .setStatusCode(429)
                .putHeader("Retry-After", "7")
                .end());
        assertThatThrownBy(() -> rest.quote(BTC))
                .isInstanceOfSatisfying(CoinbaseException.RateLimited.class, e -> assertThat(e.delay())
                        .isEqualTo(Duration.ofSeconds(7)));

        exchange.answer(request -> request.response().setStatusCode(503).end());
        assertThatThrownBy(() -> rest.quote(BTC))
                .isInstanceOf(CoinbaseException.Unavailable.class)
                .hasMessage("Coinbase failed status=503 path=/products/BTC-USD/ticker");

        exchange.answer(request -> request.response().setStatusCode(404).end("{\"message\":\"NotFound\"}"));
        assertThatThrownBy(() -> rest.quote(BTC))
                .isInstanceOf(CoinbaseException.Refused.class)
                .hasMessage(
                        "Coinbase refused status=404 path=/products/BTC-USD/ticker answer='{\"message\":\"NotFound\"}'");

        exchange.answer(request -> request.response().end("<html>"));
        assertThatThrownBy(() -> rest.quote(BTC)).isInstanceOf(CoinbaseException.Unreadable.class);

        exchange.answer(request -> request.connection().close());
        assertThatThrownBy(() -> rest.quote(BTC)).isInstanceOf(CoinbaseException.Unavailable.class);
    }

    @Test
    void takesAMessageWhereAListBelongsForARefusalWhateverTheStatus() {
        exchange.answer(request -> request.response().end(Payloads.recorded("http_range_refused.json")));

        assertThatThrownBy(() -> rest.candles(BTC, at(0), now))
                .isInstanceOf(CoinbaseException.Refused.class)
                .hasMessageContaining("Count of aggregations requested exceeds 300");
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotCome() {
        rest.close();
        rest = new CoinbaseRest(
                VERTX,
                new RestSettings(exchange.url("http"), Duration.ofMillis(200), 5, 1),
                clock,
                () -> now,
                this::pause);
        exchange.answer(request -> request.response().setChunked(true).write("[1,"));

        assertThatThrownBy(() -> rest.quote(BTC))
                .isInstanceOf(CoinbaseException.Unavailable.class)
                .hasMessageContaining("path=/products/BTC-USD/ticker");
    }

    @Test
    void refusesToBlockAnEventLoop() {
        CompletableFuture<Quote> answer = new CompletableFuture<>();
        VERTX.runOnContext(_ -> {
            try {
                answer.complete(rest.quote(BTC));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });

        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("Coinbase must be asked on a worker thread, was on an event loop");
    }

    private CoinbaseRest rest(int pageLimit) {
        return new CoinbaseRest(
                VERTX,
                new RestSettings(exchange.url("http"), Duration.ofSeconds(10), 5, pageLimit),
                clock,
                () -> now,
                this::pause);
    }

    private void pause(long nanos) {
        pauses.add(Duration.ofNanos(nanos));
        clock.advance(Duration.ofNanos(nanos));
    }

    /** A tape of trades one second apart, paged as the exchange pages: newest first, {@code after} means older. */
    private static Handler<HttpServerRequest> tape(long first, long last) {
        return request -> {
            String after = request.getParam("after");
            long newest = after == null ? last : Math.min(last, Long.parseLong(after) - 1);
            long oldest = Math.max(first, newest - Integer.parseInt(request.getParam("limit")) + 1);
            List<String> rows = new ArrayList<>();
            for (long id = newest; id >= oldest; id--) {
                rows.add("{\"trade_id\":" + id + ",\"side\":\"buy\",\"size\":\"0.01\",\"price\":\"100.5\",\"time\":\""
                        + at(id) + "\"}");
            }
            if (!rows.isEmpty()) {
                request.response()
                        .putHeader("CB-BEFORE", Long.toString(newest))
                        .putHeader("CB-AFTER", Long.toString(oldest));
            }
            request.response().end(rows.toString());
        };
    }

    private static List<Long> ids(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
