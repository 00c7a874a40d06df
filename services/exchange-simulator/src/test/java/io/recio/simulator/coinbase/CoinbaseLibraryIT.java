package io.recio.simulator.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.coinbase.Candle;
import io.recio.coinbase.CoinbaseFeed;
import io.recio.coinbase.CoinbaseRest;
import io.recio.coinbase.FeedMessage;
import io.recio.coinbase.FeedMessage.HeartbeatSeen;
import io.recio.coinbase.FeedMessage.TradeSeen;
import io.recio.coinbase.FeedMessage.TradesMissed;
import io.recio.coinbase.FeedSettings;
import io.recio.coinbase.FeedTally;
import io.recio.coinbase.ProductId;
import io.recio.coinbase.RestSettings;
import io.recio.coinbase.Trade;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultRule;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import io.recio.simulator.price.Bar;
import io.recio.simulator.price.PricePath;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our own client of the real exchange, talking to the simulator. */
@QuarkusTest
class CoinbaseLibraryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ProductId BTC = new ProductId("BTC-USD");

    @TestHTTPResource("/coinbase")
    URL url;

    @Inject
    Vertx vertx;

    @Inject
    SystemClock systemClock;

    @Inject
    BusinessClock clock;

    @Inject
    PricePath path;

    @Inject
    Faults faults;

    private final List<FeedMessage> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void calm() {
        faults.clear();
    }

    @Test
    void hearsTradesAndHeartbeatsWithoutAComplaint() {
        try (CoinbaseFeed feed = feed()) {
            feed.start();
            await().atMost(PATIENCE)
                    .until(() -> of(TradeSeen.class).size() >= 5
                            && of(HeartbeatSeen.class).size() >= 3);

            for (TradeSeen seen : of(TradeSeen.class)) {
                assertThat(path.tradeById(Symbol.BTC, seen.trade().id()).map(trade -> trade.price()))
                        .contains(seen.trade().price());
            }
            assertThat(feed.count(FeedTally.MALFORMED)).isZero();
            assertThat(feed.count(FeedTally.UNKNOWN)).isZero();
            assertThat(feed.count(FeedTally.MISSED_TRADES)).isZero();
        }
    }

    @Test
    void fillsAGapInTheFeedFromRest() {
        try (CoinbaseFeed feed = feed();
                CoinbaseRest rest = rest()) {
            feed.start();
            await().atMost(PATIENCE).until(() -> of(TradeSeen.class).size() >= 2);
            faults.arm(gap());
            await().atMost(PATIENCE).until(() -> !of(TradesMissed.class).isEmpty());

            TradesMissed missed = of(TradesMissed.class).getFirst();
            List<Trade> filled = rest.tradesBetween(BTC, missed.from(), missed.to());

            assertThat(filled).hasSize((int) missed.count());
            for (Trade trade : filled) {
                assertThat(path.tradeById(Symbol.BTC, trade.id()).map(own -> own.price()))
                        .contains(trade.price());
            }
        }
    }

    @Test
    void comesBackAfterTheConnectionIsCut() {
        try (CoinbaseFeed feed = feed()) {
            feed.start();
            await().atMost(PATIENCE).until(() -> feed.count(FeedTally.CONNECTIONS) == 1);
            faults.arm(FaultRule.always("cut", FaultScope.COINBASE_WS, FaultKind.DISCONNECT));
            await().atMost(PATIENCE)
                    .until(() -> !of(FeedMessage.Disconnected.class).isEmpty());
            faults.clear();
            await().atMost(PATIENCE).until(() -> feed.count(FeedTally.CONNECTIONS) >= 2);
        }
    }

    @Test
    void readsCandlesAndTheQuote() {
        BusinessTime to = BusinessTime.ofEpochSecond(clock.now().epochSecond() / 60 * 60);
        BusinessTime from = to.minus(Duration.ofMinutes(700));
        try (CoinbaseRest rest = rest()) {
            List<Candle> candles = rest.candles(BTC, from, to);

            assertThat(candles)
                    .isEqualTo(path.bars(Symbol.BTC, from, to, Duration.ofMinutes(1)).stream()
                            .map(CoinbaseLibraryIT::candle)
                            .toList());
            assertThat(rest.quote(BTC).bidAsk()).isPresent();
        }
    }

    private CoinbaseFeed feed() {
        URI address = URI.create(url.toString().replace("http", "ws") + "/ws");
        return new CoinbaseFeed(
                vertx, FeedSettings.of(address, List.of(BTC)), systemClock, new SplittableRandom(1), heard::add);
    }

    private CoinbaseRest rest() {
        return new CoinbaseRest(vertx, RestSettings.of(URI.create(url.toString())), systemClock, clock);
    }

    private <T extends FeedMessage> List<T> of(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static FaultRule gap() {
        return new FaultRule(
                "gap",
                FaultScope.COINBASE_WS,
                FaultKind.SEQUENCE_GAP,
                Optional.of(Pattern.compile("^(ticker|matches) ")),
                1,
                0,
                OptionalInt.of(1),
                Optional.empty(),
                Duration.ZERO,
                8,
                503);
    }

    private static Candle candle(Bar bar) {
        return new Candle(
                bar.start(), bar.open(), bar.high(), bar.low(), bar.close(), BigDecimal.valueOf(bar.volumeUnits(), 8));
    }
}
