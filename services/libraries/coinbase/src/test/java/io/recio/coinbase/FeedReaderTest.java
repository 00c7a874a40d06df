package io.recio.coinbase;

import static io.recio.coinbase.Payloads.at;
import static io.recio.coinbase.Payloads.heartbeat;
import static io.recio.coinbase.Payloads.match;
import static io.recio.coinbase.Payloads.ticker;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.coinbase.FeedMessage.FeedError;
import io.recio.coinbase.FeedMessage.HeartbeatSeen;
import io.recio.coinbase.FeedMessage.LateTradeSeen;
import io.recio.coinbase.FeedMessage.TradeSeen;
import io.recio.coinbase.FeedMessage.TradesMissed;
import io.recio.domain.price.SpotPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

    private final FeedTallies tallies = new FeedTallies();
    private final FeedReader reader = new FeedReader(List.of(Payloads.BTC), tallies);

    @Test
    void tellsATradeOnceWhenTickerAndMatchCarryIt() {
        assertThat(read(
                        ticker(1, 10, "100", 0),
                        match(1, 10, "100", 0),
                        match(2, 12, "101", 0.1),
                        ticker(2, 12, "101", 0.1)))
                .containsExactly(
                        new TradeSeen(
                                trade(1, "100", 0),
                                10,
                                Optional.of(new BidAsk(SpotPrice.of("99.5"), SpotPrice.of("100.5")))),
                        new TradeSeen(trade(2, "101", 0.1), 12, Optional.empty()));
        assertThat(tallies.of(FeedTally.TRADES)).isEqualTo(2);
        assertThat(tallies.of(FeedTally.DUPLICATES)).isEqualTo(2);
    }

    @Test
    void dropsAndCountsWhatDoesNotRiseInSequence() {
        assertThat(read(match(5, 20, "100", 0), match(6, 20, "101", 1), match(7, 19, "102", 2)))
                .containsExactly(seen(5, 20, "100", 0));
        assertThat(tallies.of(FeedTally.STALE)).isEqualTo(2);
    }

    @Test
    void dropsAHeartbeatOvertakenByALaterOne() {
        FeedReader cardano = new FeedReader(List.of(new ProductId("ADA-EUR")), tallies);

        List<FeedMessage> messages = readBy(
                cardano,
                Payloads.recorded("ws_heartbeat_newer.json"),
                Payloads.recorded("ws_heartbeat_overtaken.json"));

        assertThat(messages).hasSize(1).first().isInstanceOf(HeartbeatSeen.class);
        assertThat(tallies.of(FeedTally.STALE)).isEqualTo(1);
    }

    @Test
    void takesEveryHeartbeatOfAQuietTapeThoughItsSequenceStandsStill() {
        read(match(5, 20, "100", 0));

        List<FeedMessage> messages = new ArrayList<>();
        for (int second = 1; second <= 18; second++) {
            messages.addAll(read(heartbeat(5, 20, second)));
        }

        assertThat(messages).hasSize(18).allMatch(message -> message instanceof HeartbeatSeen);
    }

    @Test
    void namesTradesTheHeartbeatKnowsAfterASecondOfTheFeedsTimeAndOnlyOnce() {
        read(match(5, 20, "100", 0));

        assertThat(read(heartbeat(8, 30, 1), heartbeat(8, 30, 1.999))).containsExactly(beat(8, 1), beat(8, 1.999));
        assertThat(read(heartbeat(8, 31, 2))).containsExactly(beat(8, 2), missed(6, 8));
        assertThat(read(heartbeat(8, 32, 3))).containsExactly(beat(8, 3));
        assertThat(tallies.of(FeedTally.MISSED_TRADES)).isEqualTo(3);
    }

    @Test
    void namesNothingWhenTheTradesFollowTheirHeartbeat() {
        read(match(5, 20, "100", 0));

        assertThat(read(heartbeat(6, 30, 1), match(6, 30, "101", 0.9), heartbeat(6, 31, 2), heartbeat(6, 32, 3)))
                .containsExactly(beat(6, 1), seen(6, 30, "101", 0.9), beat(6, 2), beat(6, 3));
    }

    @Test
    void namesTheTradesBetweenTwoSeen() {
        assertThat(read(match(5, 20, "100", 0), match(9, 40, "101", 0.5), match(10, 41, "102", 1.5)))
                .containsExactly(
                        seen(5, 20, "100", 0), seen(9, 40, "101", 0.5), seen(10, 41, "102", 1.5), missed(6, 8));
    }

    @Test
    void tellsTradesThatTheTickerOvertookAsLate() {
        assertThat(read(
                        match(5, 20, "100", 0),
                        ticker(8, 33, "103", 0.1),
                        match(6, 31, "101", 0.1),
                        match(7, 32, "102", 0.1),
                        match(8, 33, "103", 0.1),
                        heartbeat(8, 40, 5)))
                .containsExactly(
                        seen(5, 20, "100", 0),
                        new TradeSeen(
                                trade(8, "103", 0.1),
                                33,
                                Optional.of(new BidAsk(SpotPrice.of("99.5"), SpotPrice.of("100.5")))),
                        new LateTradeSeen(trade(6, "101", 0.1)),
                        new LateTradeSeen(trade(7, "102", 0.1)),
                        beat(8, 5));
    }

    @Test
    void namesWhatIsLeftOfAHoleThatClosedInPart() {
        read(match(5, 20, "100", 0), ticker(10, 39, "104", 0.1), match(7, 32, "102", 0.1));

        assertThat(read(heartbeat(10, 40, 2))).containsExactly(beat(10, 2), missed(6, 6), missed(8, 9));
    }

    @Test
    void namesTheTradesOfAnOutage() {
        read(match(5, 20, "100", 0), heartbeat(5, 21, 1));
        reader.connected();

        assertThat(read(match(50, 200, "110", 30), heartbeat(50, 201, 30.9), heartbeat(50, 202, 31.9)))
                .containsExactly(seen(50, 200, "110", 30), beat(50, 30.9), beat(50, 31.9), missed(6, 49));
    }

    @Test
    void tellsNothingTwiceWhenANewConnectionRepeatsTheLastTrade() {
        read(match(5, 20, "100", 0));
        reader.connected();

        assertThat(read(match(5, 20, "100", 0), heartbeat(5, 20, 1))).containsExactly(beat(5, 1));
    }

    @Test
    void startsAnewWhenTheExchangeNumbersItsTradesAnew() {
        read(match(5_000, 9_000, "100", 0));
        reader.connected();

        assertThat(read(match(3, 7, "90", 60), match(4, 8, "91", 61), heartbeat(4, 9, 63)))
                .containsExactly(seen(3, 7, "90", 60), seen(4, 8, "91", 61), beat(4, 63));
    }

    @Test
    void namesTheTradesAfterAFirstTradeOlderThanItsHeartbeat() {
        assertThat(read(heartbeat(20, 90, 1), match(18, 80, "100", 0.5), heartbeat(20, 91, 2)))
                .containsExactly(beat(20, 1), seen(18, 80, "100", 0.5), beat(20, 2), missed(19, 20));
    }

    @Test
    void complainsWhenTheExchangeSubscribedUsToLess() {
        assertThat(read(Payloads.recorded("ws_subscriptions.json"))).isEmpty();
        assertThat(read(Payloads.recorded("ws_subscriptions_incomplete.json")))
                .containsExactly(
                        new FeedError("Subscription is incomplete", "missing ticker of BTC-USD, heartbeat of BTC-USD"));
    }

    @Test
    void passesOverUnknownTypesAndOtherProducts() {
        assertThat(read(Payloads.recorded("ws_unknown.json"), match("ETH-USD", 1, 1, "3000", 0)))
                .isEmpty();
        assertThat(tallies.of(FeedTally.UNKNOWN)).isEqualTo(2);
        assertThat(tallies.of(FeedTally.MALFORMED)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "{\"type\":\"match\"",
                "{\"type\":\"match\"} {}",
                "{\"type\":null}",
                "{\"type\":{\"match\":1}}",
                "{\"kind\":\"match\"}",
                "{\"type\":\"heartbeat\",\"sequence\":1,\"last_trade_id\":2.5,\"product_id\":\"BTC-USD\",\"time\":\"2026-11-22T17:00:00Z\"}",
                "{\"type\":\"ticker\",\"sequence\":1,\"product_id\":\"BTC-USD\",\"price\":\"0\",\"time\":\"2026-11-22T17:00:00Z\",\"trade_id\":1,\"last_size\":\"1\"}",
                "{\"type\":\"ticker\",\"sequence\":1,\"product_id\":\"BTC-USD\",\"price\":\"1e999999999\",\"time\":\"2026-11-22T17:00:00Z\",\"trade_id\":1,\"last_size\":\"1\"}",
                "{\"type\":\"match\",\"sequence\":1,\"product_id\":\"BTC-USD\",\"price\":\"1\",\"time\":\"noon\",\"trade_id\":1,\"size\":\"1\"}",
                "{\"type\":\"match\",\"sequence\":1,\"product_id\":\"bitcoin\",\"price\":\"1\",\"time\":\"2026-11-22T17:00:00Z\",\"trade_id\":1,\"size\":\"1\"}",
                "{\"type\":\"subscriptions\",\"channels\":[\"ticker\"]}"
            })
    void countsWhatItCannotReadAndGoesOn(String malformed) {
        assertThat(read(malformed)).isEmpty();
        assertThat(tallies.of(FeedTally.MALFORMED)).isEqualTo(1);
        assertThat(read(match(1, 1, "100", 0))).containsExactly(seen(1, 1, "100", 0));
    }

    @Test
    void logsTheFirstOfEachMalformedKindWithItsTextCutShort() {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage().formatted(line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(FeedReader.class.getName());
        logger.addHandler(handler);
        try {
            read("x\n".repeat(1000), "nonsense", "{\"type\":\"match\"}", "{\"type\":\"match\"}");
        } finally {
            logger.removeHandler(handler);
        }

        assertThat(logged).hasSize(2);
        assertThat(logged.get(0))
                .contains("kind='not an object'", "text='x x ")
                .hasSizeLessThan(400)
                .doesNotContain("\n");
        assertThat(logged.get(1)).contains("kind='match'", "expected a value in sequence, found MISSING");
    }

    /** Whatever is dropped, doubled or overtaken between the channels: each trade is told once or named as missed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void accountsForEveryTradeOnce(long seed) {
        Random random = new Random(seed);
        List<FeedMessage> messages = new ArrayList<>(read(match(1, 1, "100", 0)));
        List<String> delayed = new ArrayList<>();
        for (long id = 2; id <= 500; id++) {
            double time = id * 0.05;
            if (random.nextInt(10) < 7) {
                messages.addAll(read(ticker(id, id, "100", time)));
            }
            if (random.nextInt(10) < 8) {
                delayed.add(match(id, id, "100", time));
            }
            if (random.nextInt(3) == 0) {
                delayed.forEach(frame -> messages.addAll(read(frame)));
                if (random.nextInt(4) == 0) {
                    delayed.forEach(frame -> messages.addAll(read(frame)));
                }
                delayed.clear();
            }
            if (id % 20 == 0) {
                messages.addAll(read(heartbeat(id, id, time + 0.01)));
            }
        }
        messages.addAll(read(heartbeat(500, 501, 27), heartbeat(500, 502, 29)));

        List<Long> told = new ArrayList<>();
        List<Long> newest = new ArrayList<>();
        for (FeedMessage message : messages) {
            switch (message) {
                case TradeSeen seen -> {
                    told.add(seen.trade().id());
                    newest.add(seen.trade().id());
                }
                case LateTradeSeen late -> told.add(late.trade().id());
                case TradesMissed missed ->
                    LongStream.rangeClosed(missed.from(), missed.to()).forEach(told::add);
                case HeartbeatSeen _, FeedError _, FeedMessage.Connected _, FeedMessage.Disconnected _ -> {}
            }
        }
        assertThat(newest).isSorted().doesNotHaveDuplicates();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(told)).hasSize(500).endsWith(500L);
    }

    private List<FeedMessage> read(String... texts) {
        return readBy(reader, texts);
    }

    private static List<FeedMessage> readBy(FeedReader reader, String... texts) {
        List<FeedMessage> messages = new ArrayList<>();
        for (String text : texts) {
            reader.parse(text).ifPresent(frame -> messages.addAll(reader.interpret(frame)));
        }
        return messages;
    }

    private static TradeSeen seen(long id, long sequence, String price, double seconds) {
        return new TradeSeen(trade(id, price, seconds), sequence, Optional.empty());
    }

    private static Trade trade(long id, String price, double seconds) {
        return new Trade(Payloads.BTC, id, SpotPrice.of(price), new BigDecimal("0.01"), at(seconds));
    }

    private static HeartbeatSeen beat(long lastTradeId, double seconds) {
        return new HeartbeatSeen(Payloads.BTC, lastTradeId, at(seconds));
    }

    private static TradesMissed missed(long from, long to) {
        return new TradesMissed(Payloads.BTC, from, to);
    }
}
