package io.recio.simulator.kalshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.recio.domain.market.Book;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.time.SystemClock;
import io.recio.kalshi.KalshiEndpoint;
import io.recio.kalshi.auth.CredentialSource;
import io.recio.kalshi.auth.KalshiCredentials;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.client.AccountQuery;
import io.recio.kalshi.client.EventFilter;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.client.SendPermit;
import io.recio.kalshi.client.WriteResult;
import io.recio.kalshi.limits.AccountLimits;
import io.recio.kalshi.limits.RateBudget;
import io.recio.kalshi.model.Channel;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.MarketListing;
import io.recio.kalshi.model.NewOrder;
import io.recio.kalshi.model.OrderReceipt;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.socket.KalshiWebSocket;
import io.recio.kalshi.socket.SocketSettings;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultRule;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own client against the simulator: they were written apart, from the same documents. */
@QuarkusTest
@TestProfile(SteppedExchange.class)
class KalshiLibraryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SHARD = 2;

    @TestHTTPResource
    URL url;

    @Inject
    Vertx vertx;

    @Inject
    Faults faults;

    @Inject
    SteppedClock clock;

    @Inject
    SystemClock system;

    private KalshiSigner signer;
    private KalshiEndpoint endpoint;
    private KalshiRest rest;

    @BeforeEach
    void connect() throws IOException {
        KalshiCredentials key = KalshiCredentials.ofPem(TestKeys.RSA, Files.readString(TestKeys.rsaPrivateFile()));
        signer = new KalshiSigner(CredentialSource.fixed(key), system);
        String authority = url.getHost() + ":" + url.getPort();
        endpoint = KalshiEndpoint.of("http://" + authority + "/trade-api/v2", "ws://" + authority + "/trade-api/ws/v2");
        rest = new KalshiRest(vertx, endpoint, signer, new RateBudget(AccountLimits.BASIC, system), system);
    }

    @AfterEach
    void disconnect() {
        faults.clear();
        rest.close();
    }

    @Test
    void readsTheExchangeItself() {
        assertThat(rest.exchange().status()).isNotNull();
        assertThat(rest.exchange().schedule()).isNotNull();
        assertThat(rest.exchange().limits()).isEqualTo(AccountLimits.BASIC);
        assertThat(rest.exchange().apiKeys()).hasSize(1);
        assertThat(rest.exchange().clockSkew()).isLessThan(Duration.ofSeconds(1));
        assertThat(rest.exchange().userDataTimestamp().until(system.now()).abs())
                .isLessThan(Duration.ofSeconds(30));
        assertThat(rest.exchange().indexValues("BRTI")).hasSize(3600);
    }

    @Test
    void readsSeriesEventsMarketsAndBooks() {
        EventListing event = openEvent();
        assertThat(rest.markets().series(new SeriesTicker("KXBTCD"))).isNotNull();
        List<MarketTicker> tickers = rest.markets().markets(event.ticker(), SHARD).markets().stream()
                .map(listing -> listing.market().ticker())
                .toList();
        assertThat(tickers).hasSize(75);
        assertThat(rest.markets().books(tickers)).hasSize(75);
        MarketTicker ticker = contested();
        assertThat(rest.markets().book(ticker).bestAsk(Side.YES)).isPresent();
    }

    @Test
    void tradesAndReadsBackEveryDetail() {
        MarketTicker ticker = contested();
        ClientOrderId id = new ClientOrderId(UUID.randomUUID().toString());
        Money before = rest.portfolio().balance().onShard(SHARD);
        OrderReceipt receipt = accepted(rest.orders().create(entry(id, ticker, Optional.empty()), SendPermit.ALWAYS));
        assertThat(receipt.filled()).isEqualTo(Quantity.of("1"));

        List<Fill> fills = rest.portfolio().fills(AccountQuery.ALL.of(receipt.id()));
        Money spent = fills.stream()
                .map(fill -> fill.boughtPrice().times(fill.quantity()).plus(fill.fee()))
                .reduce(Money.ZERO, Money::plus);
        assertThat(before.minus(rest.portfolio().balance().onShard(SHARD))).isEqualTo(spent);
        assertThat(rest.portfolio().orders(AccountQuery.ALL.of(ticker)))
                .anyMatch(order -> order.clientOrderId().equals(Optional.of(id)));
        assertThat(rest.portfolio().positions())
                .anyMatch(position -> position.ticker().equals(ticker));
        assertThat(rest.orders().create(entry(id, ticker, Optional.empty()), SendPermit.ALWAYS))
                .isInstanceOf(WriteResult.InDoubt.class);
    }

    @Test
    void worksWithOrderGroupsAndCancelsAll() {
        MarketTicker ticker = contested();
        OrderGroupId group = accepted(rest.orderGroups().create(Quantity.of("10"), SHARD));
        accepted(rest.orderGroups().trigger(group, SHARD));
        assertThat(rest.orders()
                        .create(
                                entry(new ClientOrderId(UUID.randomUUID().toString()), ticker, Optional.of(group)),
                                SendPermit.ALWAYS))
                .isInstanceOf(WriteResult.Rejected.class);
        accepted(rest.orderGroups().reset(group, SHARD));
        accepted(rest.orderGroups().delete(group, SHARD));
        accepted(rest.orders().cancelAll());
        accepted(rest.portfolio().transfer(SHARD, 0, Money.of("1"), UUID.randomUUID()));
    }

    @Test
    void keepsAnOrderInDoubtWhoseAnswerNeverComes() {
        MarketTicker ticker = contested();
        faults.arm(new FaultRule(
                "lost",
                FaultScope.KALSHI_REST,
                FaultKind.TIMEOUT_AFTER_APPLYING,
                Optional.of(Pattern.compile("^POST")),
                1,
                0,
                OptionalInt.of(1),
                Optional.empty(),
                Duration.ofMillis(200),
                1,
                503));
        ClientOrderId id = new ClientOrderId(UUID.randomUUID().toString());
        assertThat(rest.orders().create(entry(id, ticker, Optional.empty()), SendPermit.ALWAYS))
                .isInstanceOf(WriteResult.InDoubt.class);
        assertThat(rest.portfolio().orders(AccountQuery.ALL.of(ticker)))
                .anyMatch(order -> order.clientOrderId().equals(Optional.of(id)));
    }

    @Test
    void followsBooksFillsAndTheIndexThroughAGap() {
        MarketTicker ticker = contested();
        Map<MarketTicker, Book> books = new ConcurrentHashMap<>();
        List<SocketMessage> heard = new CopyOnWriteArrayList<>();
        try (KalshiWebSocket socket = new KalshiWebSocket(
                vertx, endpoint, signer, system, SocketSettings.DEFAULT, new SplittableRandom(1), message -> {
                    heard.add(message);
                    if (message instanceof SocketMessage.BookChanged changed) {
                        books.put(changed.ticker(), changed.book());
                    }
                })) {
            socket.subscribe(Channel.ORDER_BOOK, Set.of(ticker));
            socket.subscribe(Channel.FILLS);
            socket.subscribe(Channel.ORDERS);
            socket.subscribe(Channel.LIFECYCLE);
            socket.subscribeIndices(Set.of("BRTI"));
            socket.start();
            await().atMost(PATIENCE).until(() -> books.containsKey(ticker));
            faults.arm(new FaultRule(
                    "gap",
                    FaultScope.KALSHI_WS,
                    FaultKind.SEQUENCE_GAP,
                    Optional.of(Pattern.compile("^orderbook_delta")),
                    1,
                    0,
                    OptionalInt.of(1),
                    Optional.empty(),
                    Duration.ZERO,
                    1,
                    503));
            accepted(rest.orders()
                    .create(
                            entry(new ClientOrderId(UUID.randomUUID().toString()), ticker, Optional.empty()),
                            SendPermit.ALWAYS));
            clock.forward(Duration.ofSeconds(20));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(books.get(ticker))
                    .isEqualTo(rest.markets().book(ticker)));
            await().atMost(PATIENCE)
                    .until(() -> has(heard, SocketMessage.FillReported.class)
                            && has(heard, SocketMessage.OrderUpdated.class)
                            && has(heard, SocketMessage.IndexTicked.class));
            assertThat(has(heard, SocketMessage.BookInvalid.class)).isTrue();
            assertThat(socket.troubles()).isEmpty();
        }
    }

    private static boolean has(List<SocketMessage> heard, Class<?> kind) {
        return heard.stream().anyMatch(kind::isInstance);
    }

    private EventListing openEvent() {
        return rest.markets()
                .events(new SeriesTicker("KXBTCD"), EventFilter.OPEN)
                .getFirst();
    }

    private MarketTicker contested() {
        return openEvent().markets().stream()
                .map(MarketListing::market)
                .map(market -> market.ticker())
                .filter(ticker -> {
                    Book book = rest.markets().book(ticker);
                    return book.bestAsk(Side.YES)
                            .filter(ask ->
                                    ask.price().cents() > 20 && ask.price().cents() < 80)
                            .filter(ask -> ask.size().isAtLeast(Quantity.of("1")))
                            .isPresent();
                })
                .findFirst()
                .orElseThrow();
    }

    private static NewOrder entry(ClientOrderId id, MarketTicker ticker, Optional<OrderGroupId> group) {
        return NewOrder.entry(id, ticker, Side.YES, Quantity.of("1"), Price.of("0.99"), group, SHARD);
    }

    private static <T> T accepted(WriteResult<T> result) {
        assertThat(result).isInstanceOf(WriteResult.Accepted.class);
        return ((WriteResult.Accepted<T>) result).value();
    }
}
