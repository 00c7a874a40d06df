package io.recio.kalshi.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.SystemClock;
import io.recio.kalshi.KalshiEndpoint;
import io.recio.kalshi.auth.CredentialSource;
import io.recio.kalshi.auth.KalshiCredentials;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.model.Channel;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.model.SocketMessage.BookChanged;
import io.recio.kalshi.model.SocketMessage.BookInvalid;
import io.recio.kalshi.model.SocketMessage.Connected;
import io.recio.kalshi.model.SocketMessage.Disconnected;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KalshiWebSocketTest {

    private static final MarketTicker A = new MarketTicker("A");
    private static final String SUBSCRIBED =
            "{\"id\":1,\"type\":\"subscribed\",\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":%d}}";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<SocketMessage> delivered = new CopyOnWriteArrayList<>();

    private Vertx vertx;
    private StreamServer exchange;
    private KeyPair keys;
    private KalshiWebSocket stream;

    @BeforeEach
    void start() throws Exception {
        vertx = Vertx.vertx();
        exchange = new StreamServer(vertx);
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @AfterEach
    void stop() throws Exception {
        stream.close();
        exchange.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void signsItsHandshake() throws Exception {
        connect(LONG);

        String timestamp = exchange.handshake(0).get("KALSHI-ACCESS-TIMESTAMP");
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(keys.getPublic());
        verifier.update((timestamp + "GET/trade-api/ws/v2").getBytes(StandardCharsets.UTF_8));
        assertThat(exchange.handshake(0).get("KALSHI-ACCESS-KEY")).isEqualTo("key-1");
        assertThat(verifier.verify(
                        Base64.getDecoder().decode(exchange.handshake(0).get("KALSHI-ACCESS-SIGNATURE"))))
                .isTrue();
    }

    @Test
    void deliversABookAndHealsItAfterAGap() {
        connect(LONG);
        stream.subscribe(Channel.ORDER_BOOK, List.of(A));
        awaitCommand("subscribe");

        exchange.say(SUBSCRIBED.formatted(7));
        exchange.say(snapshot(7, 1));
        exchange.say(delta(7, 2));
        exchange.say(delta(7, 4));
        awaitCommand("get_snapshot");
        exchange.say(snapshot(7, 5));

        await().until(() -> delivered.size() == 5);
        assertThat(delivered)
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactly("Connected", "BookChanged", "BookChanged", "BookInvalid", "BookChanged");
    }

    @Test
    void connectsAgainAndSubscribesAnewWhenTheExchangeHangsUp() {
        connect(LONG);
        stream.subscribe(Channel.ORDER_BOOK, List.of(A));
        awaitCommand("subscribe");
        exchange.say(SUBSCRIBED.formatted(7));
        exchange.say(snapshot(7, 1));
        await().until(() -> delivered.size() == 2);
        exchange.commands().clear();

        exchange.hangUp();

        await().until(() -> exchange.connections() == 2);
        awaitCommand("subscribe");
        exchange.say(SUBSCRIBED.formatted(1));
        exchange.say(snapshot(1, 1));
        await().until(() -> delivered.size() == 6);
        assertThat(delivered.get(2)).isEqualTo(new BookInvalid(A, "connection lost"));
        assertThat(delivered.get(3)).isEqualTo(new Disconnected("closed by the exchange status=1001"));
        assertThat(delivered.get(4)).isEqualTo(new Connected(2));
        assertThat(delivered.get(5)).isInstanceOf(BookChanged.class);
    }

    @Test
    void saysThatItsKeyWasRefused() {
        exchange.rejectWith(401);
        stream = stream(LONG);
        stream.start();
        await().until(() -> !delivered.isEmpty());

        assertThat(delivered.getFirst())
                .isInstanceOfSatisfying(Disconnected.class, lost -> assertThat(lost.keyRefused())
                        .isTrue());
    }

    @Test
    void namesTheSubscriptionOnlyWhileItIsConfirmed() {
        connect(LONG);
        stream.subscribe(Channel.FILLS);
        awaitCommand("subscribe");
        assertThat(stream.subscriptionId(Channel.FILLS)).isEmpty();

        exchange.say("{\"id\":1,\"type\":\"subscribed\",\"msg\":{\"channel\":\"fill\",\"sid\":13}}");
        await().until(() -> stream.subscriptionId(Channel.FILLS).equals(Optional.of(13L)));
        exchange.hangUp();

        await().until(() -> stream.subscriptionId(Channel.FILLS).isEmpty());
    }

    @Test
    void givesUpASilentConnection() {
        connect(Duration.ofMillis(300));

        await().until(() -> exchange.connections() >= 2);

        assertThat(delivered.get(1))
                .isInstanceOfSatisfying(Disconnected.class, disconnected -> assertThat(disconnected.reason())
                        .startsWith("silent for"));
    }

    @Test
    void takesPingsForASignOfLife() {
        connect(Duration.ofMillis(500));
        exchange.keepPinging(vertx, Duration.ofMillis(50));

        await().during(Duration.ofMillis(1500)).until(() -> exchange.connections() == 1 && stream.isConnected());

        assertThat(stream.silence().orElseThrow()).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void goesOnAfterFramesItCannotRead() {
        connect(LONG);
        stream.subscribe(Channel.ORDER_BOOK, List.of(A));
        awaitCommand("subscribe");

        exchange.say("{\"type\":");
        exchange.say("[1,2,3]");
        exchange.say("");
        exchange.say(SUBSCRIBED.formatted(7));
        exchange.say(snapshot(7, 1));

        await().until(() -> delivered.size() == 2);
        assertThat(delivered.get(1)).isInstanceOf(BookChanged.class);
        assertThat(stream.troubles()).containsEntry("frame", 3L);
        assertThat(exchange.connections()).isEqualTo(1);
    }

    @Test
    void keepsTryingWhileTheHandshakeIsRefused() {
        exchange.rejectWith(401);
        stream = stream(LONG);
        stream.start();
        await().until(() -> delivered.size() >= 2);
        assertThat(delivered).allMatch(Disconnected.class::isInstance);

        exchange.rejectWith(0);

        await().until(stream::isConnected);
    }

    @Test
    void survivesAListenerThatThrows() {
        stream = new KalshiWebSocket(vertx, endpoint(), signer(), clock(), settings(LONG), new Random(1), message -> {
            delivered.add(message);
            throw new IllegalStateException("listener");
        });
        stream.start();
        await().until(() -> exchange.connections() == 1 && stream.isConnected());
        stream.subscribe(Channel.ORDER_BOOK, List.of(A));
        awaitCommand("subscribe");
        exchange.say(SUBSCRIBED.formatted(7));
        exchange.say(snapshot(7, 1));

        await().until(() -> delivered.size() == 2);
        assertThat(stream.troubles()).containsEntry("listener", 2L);
    }

    @Test
    void staysClosedOnceClosed() {
        connect(LONG);

        stream.close();

        assertThat(stream.isConnected()).isFalse();
        assertThat(delivered.getLast()).isEqualTo(new Disconnected("closed by us"));
        await().during(Duration.ofMillis(300)).until(() -> exchange.connections() == 1);
    }

    private void connect(Duration silence) {
        stream = stream(silence);
        stream.start();
        await().until(() -> exchange.connections() == 1 && stream.isConnected());
    }

    private KalshiWebSocket stream(Duration silence) {
        return new KalshiWebSocket(
                vertx, endpoint(), signer(), clock(), settings(silence), new Random(1), delivered::add);
    }

    private KalshiEndpoint endpoint() {
        String host = "//localhost:" + exchange.port();
        return KalshiEndpoint.of("http:" + host + "/trade-api/v2", "ws:" + host + "/trade-api/ws/v2");
    }

    private KalshiSigner signer() {
        return new KalshiSigner(CredentialSource.fixed(new KalshiCredentials("key-1", keys.getPrivate())), clock());
    }

    private static SystemClock clock() {
        return SystemClock.of(InstantSource.system());
    }

    private static SocketSettings settings(Duration silence) {
        return new SocketSettings(
                silence, Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMillis(20), Duration.ofMillis(100));
    }

    private void awaitCommand(String words) {
        await().until(() -> exchange.commands().stream().anyMatch(command -> command.contains("\"" + words + "\"")));
    }

    private static String snapshot(long sid, long seq) {
        return """
                {"type":"orderbook_snapshot","sid":%d,"seq":%d,"msg":{"market_ticker":"A","yes_dollars_fp":[["0.2200","333.00"]]}}""".formatted(sid, seq);
    }

    private static String delta(long sid, long seq) {
        return """
                {"type":"orderbook_delta","sid":%d,"seq":%d,"msg":{"market_ticker":"A","price_dollars":"0.2200","delta_fp":"1.00","side":"yes"}}""".formatted(sid, seq);
    }
}
