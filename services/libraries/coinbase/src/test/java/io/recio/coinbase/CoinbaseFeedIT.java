package io.recio.coinbase;

import static io.recio.coinbase.Payloads.at;
import static io.recio.coinbase.Payloads.heartbeat;
import static io.recio.coinbase.Payloads.match;
import static io.recio.coinbase.Payloads.ticker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.recio.coinbase.FakeCoinbase.Connection;
import io.recio.coinbase.FeedMessage.Connected;
import io.recio.coinbase.FeedMessage.Disconnected;
import io.recio.coinbase.FeedMessage.FeedError;
import io.recio.coinbase.FeedMessage.HeartbeatSeen;
import io.recio.coinbase.FeedMessage.TradeSeen;
import io.recio.coinbase.FeedMessage.TradesMissed;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The feed against a server on localhost. The test owns the clock and says when the feed looks at it. */
class CoinbaseFeedIT {

    private static final Vertx VERTX = Vertx.vertx();

    private final FakeCoinbase exchange = new FakeCoinbase(VERTX);
    private final ManualClock clock = new ManualClock();
    private final List<FeedMessage> messages = new CopyOnWriteArrayList<>();
    private CoinbaseFeed feed = feed(exchange.url("ws"), Payloads.BTC);

    @AfterEach
    void closeAll() {
        feed.close();
        exchange.close();
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void subscribesAtOnceAndTellsWhatTheExchangeSends() {
        Connection connection = connect();

        connection.send(
                Payloads.recorded("ws_last_match.json"),
                Payloads.recorded("ws_match.json"),
                Payloads.recorded("ws_unknown.json"),
                "garbage",
                Payloads.recorded("ws_error.json"));

        awaitMessages(4);
        assertThat(messages.get(0)).isEqualTo(new Connected());
        assertThat(((TradeSeen) messages.get(1)).trade().id()).isEqualTo(1_081_862_674L);
        assertThat(((TradeSeen) messages.get(2)).trade().id()).isEqualTo(1_081_862_675L);
        assertThat(((FeedError) messages.get(3)).message()).isEqualTo("Failed to subscribe");
        assertThat(feed.count(FeedTally.CONNECTIONS)).isEqualTo(1);
        assertThat(feed.count(FeedTally.TRADES)).isEqualTo(2);
        assertThat(feed.count(FeedTally.UNKNOWN)).isEqualTo(1);
        assertThat(feed.count(FeedTally.MALFORMED)).isEqualTo(1);
    }

    @Test
    void subscribesToEveryProductOnAllThreeChannels() {
        feed = feed(exchange.url("ws"), Payloads.ETH, Payloads.BTC);
        feed.start();

        assertThat(exchange.nextConnection().nextReceived())
                .isEqualTo("{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\",\"ETH-USD\"],"
                        + "\"channels\":[\"ticker\",\"heartbeat\",\"matches\"]}");
    }

    @Test
    void reconnectsAfterAWaitAndNamesWhatTheOutageSwallowed() {
        Connection first = connect();
        first.send(match(5, 20, "100", 0));
        awaitMessages(2);

        first.drop();
        awaitMessages(3);
        assertThat(messages.get(2)).isEqualTo(new Disconnected("closed by the exchange, code 1000"));

        clock.advance(Duration.ofMillis(124));
        look();
        assertThat(exchange.hasConnection()).isFalse();
        clock.advance(Duration.ofMillis(126));
        look();
        Connection second = exchange.nextConnection();
        assertThat(second.nextReceived()).contains("subscribe");

        second.send(ticker(9, 90, "101", 40), heartbeat(9, 91, 40.5), heartbeat(9, 92, 41.5));
        awaitMessages(8);
        assertThat(messages.get(3)).isEqualTo(new Connected());
        assertThat(((TradeSeen) messages.get(4)).trade().id()).isEqualTo(9);
        assertThat(messages.subList(5, 8))
                .containsExactly(
                        new HeartbeatSeen(Payloads.BTC, 9, at(40.5)),
                        new HeartbeatSeen(Payloads.BTC, 9, at(41.5)),
                        new TradesMissed(Payloads.BTC, 6, 8));
    }

    @Test
    void replacesASocketThatFellSilentForThreeSeconds() {
        Connection first = connect();
        first.send(heartbeat(5, 20, 1));
        awaitMessages(2);

        clock.advance(Duration.ofMillis(2_999));
        look();
        assertThat(messages).hasSize(2);

        clock.advance(Duration.ofMillis(1));
        look();
        assertThat(messages.getLast()).isEqualTo(new Disconnected("nothing heard of BTC-USD for 3000 ms"));

        clock.advance(Duration.ofMillis(250));
        look();
        exchange.nextConnection().send(heartbeat(5, 20, 5));
        awaitMessages(5);
        assertThat(messages.subList(3, 5)).containsExactly(new Connected(), new HeartbeatSeen(Payloads.BTC, 5, at(5)));
    }

    @Test
    void replacesASocketOnWhichOneOfTheProductsFellSilent() {
        feed = feed(exchange.url("ws"), Payloads.BTC, Payloads.ETH);
        feed.start();
        Connection connection = exchange.nextConnection();
        connection.send(heartbeat("ETH-USD", 5, 20, 1), heartbeat("BTC-USD", 7, 20, 1));
        awaitMessages(3);

        clock.advance(Duration.ofSeconds(2));
        connection.send(heartbeat("BTC-USD", 7, 20, 3));
        awaitMessages(4);
        clock.advance(Duration.ofSeconds(1));
        look();

        assertThat(messages.getLast()).isEqualTo(new Disconnected("nothing heard of ETH-USD for 3000 ms"));
    }

    @Test
    void replacesASocketThatNeverAnswersTheSubscription() {
        feed.start();
        exchange.nextConnection().nextReceived();

        clock.advance(Duration.ofSeconds(3));
        look();

        assertThat(messages).containsExactly(new FeedError("Could not reach the feed", "nothing heard for 3000 ms"));
    }

    @Test
    void keepsTheSocketThroughAQuietTape() {
        Connection connection = connect();
        connection.send(match(5, 20, "100", 0));
        awaitMessages(2);

        for (int second = 1; second <= 18; second++) {
            clock.advance(Duration.ofSeconds(1));
            connection.send(heartbeat(5, 20, second));
            awaitMessages(2 + second);
            look();
        }

        assertThat(messages).hasSize(20).noneMatch(message -> message instanceof Disconnected);
        assertThat(exchange.hasConnection()).isFalse();
    }

    @Test
    void keepsTryingWithLongerWaitsWhileNobodyListens() {
        URI nobody = exchange.url("ws");
        exchange.close();
        feed = feed(nobody, Payloads.BTC);
        feed.start();

        // Waits of at most 250, 500, 1000 ms and then more: each fails anew only after its wait.
        for (int attempt = 1; attempt <= 4; attempt++) {
            awaitMessages(attempt);
            clock.advance(Duration.ofMillis(125L << (attempt - 1)).minusMillis(1));
            look();
            assertThat(messages).hasSize(attempt);
            clock.advance(Duration.ofMillis(250L << (attempt - 1)));
            look();
        }
        awaitMessages(5);
        assertThat(messages).allMatch(message -> message instanceof FeedError);
    }

    @Test
    void survivesAListenerThatThrows() {
        feed = new CoinbaseFeed(VERTX, settings(exchange.url("ws"), Payloads.BTC), clock, new Random(1), message -> {
            messages.add(message);
            if (message instanceof Connected) {
                throw new IllegalStateException("not now");
            }
        });
        Connection connection = connect();
        connection.send(heartbeat(5, 20, 1));

        awaitMessages(2);
        assertThat(feed.count(FeedTally.LISTENER_FAULTS)).isEqualTo(1);
    }

    @Test
    void countsABinaryFrameAsMalformed() {
        Connection connection = connect();
        connection.socket().writeBinaryMessage(Buffer.buffer("{}"));
        connection.send(heartbeat(5, 20, 1));

        awaitMessages(2);
        assertThat(feed.count(FeedTally.MALFORMED)).isEqualTo(1);
    }

    @Test
    void closesItsSocketAndTellsNothingMore() {
        Connection connection = connect();
        feed.close();

        await().until(() -> connection.socket().isClosed());
        assertThat(messages).containsExactly(new Connected());
    }

    private Connection connect() {
        feed.start();
        Connection connection = exchange.nextConnection();
        connection.nextReceived();
        connection.send(Payloads.recorded("ws_subscriptions.json"));
        awaitMessages(1);
        return connection;
    }

    private void look() {
        feed.lookNow().join();
    }

    private void awaitMessages(int count) {
        await().until(() -> messages.size() >= count);
    }

    private CoinbaseFeed feed(URI url, ProductId... products) {
        return new CoinbaseFeed(VERTX, settings(url, products), clock, new Random(1), messages::add);
    }

    /** The defaults, except that the feed looks only when told. */
    private static FeedSettings settings(URI url, ProductId... products) {
        FeedSettings usual = FeedSettings.of(url, List.of(products));
        return new FeedSettings(
                url,
                usual.products(),
                usual.connectTimeout(),
                usual.silenceLimit(),
                Duration.ofHours(1),
                usual.shortestRetry(),
                usual.longestRetry());
    }
}
