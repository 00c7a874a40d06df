package io.recio.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.probability.ModelName;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.striketable.StrikeRow;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TestDatabaseResource;
import io.recio.servicekit.DeskRunner;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabaseResource.class)
class CoordinatorIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration TO_CLOSE = Duration.ofMinutes(10);

    TestDatabase database;

    @Inject
    DeskRunner runner;

    @Inject
    BusinessClock business;

    @Inject
    SystemClock clock;

    @Inject
    ServiceConfig config;

    @Inject
    Vertx vertx;

    private Pool pool;
    private CoordinatorWorld world;
    private String event;

    @BeforeEach
    void oneEventAndAPrice() {
        await().atMost(SOON).until(runner::isActive);
        pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(PgConnectOptions.fromUri(database.url())
                        .setUser("postgres")
                        .setPassword("postgres"))
                .build();
        world = new CoordinatorWorld(database, new Database(pool, Duration.ofSeconds(5)));
        world.closeAllEvents(business.now());
        event = world.event(business.now(), TO_CLOSE);
        world.price("115250.00", business.now(), clock.now().plus(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void makesATableOfTwentyOneStrikesWithDifferencesBeforeAndAfterFees() {
        StrikeTable table = becomes(this::isPriced);
        assertThat(table.rows()).hasSize(21);
        assertThat(table.rows())
                .isSortedAccordingTo((one, other) ->
                        one.strike().level().compareTo(other.strike().level()));
        assertThat(table.currentPrice().toString()).isEqualTo("115250.00");
        assertThat(table.strikeTier()).hasValue(250);
        assertThat(table.ttcSeconds()).isBetween(560L, 600L);
        assertThat(table.model()).contains(ModelName.VOLATILITY);
        StrikeRow row = row(table, "114249.99");
        assertThat(row.activeSide()).isEqualTo(Side.YES);
        assertThat(row.buffer()).isBetween(1000.0, 1000.02);
        assertThat(row.yesAsk()).contains(Price.of("0.97"));
        assertThat(row.noAsk()).contains(Price.of("0.06"));
        double percent = row.probability().orElseThrow().percent();
        assertThat(percent).isBetween(99.0, 100.0);
        assertThat(row.yesDiff().orElseThrow().cents()).isCloseTo(percent - 97, within(1e-9));
        assertThat(row.noDiff().orElseThrow().cents()).isCloseTo(100 - percent - 6, within(1e-9));
        assertThat(row.yesNetDiff().orElseThrow().cents()).isCloseTo(percent - 97 - 1, within(1e-9));
        assertThat(row.noNetDiff().orElseThrow().cents()).isCloseTo(100 - percent - 6 - 1, within(1e-9));
        assertThat(row(table, "116249.99").activeSide()).isEqualTo(Side.NO);
    }

    @Test
    void writesTheTableAsAFile() throws IOException {
        becomes(this::isPriced);
        Path file = config.dataDir().resolve("live_data/markets/kalshi/strike_tables/btc_strike_table.json");
        JsonObject document =
                await().atMost(SOON).until(() -> read(file), found -> event.equals(found.getString("event_ticker")));
        assertThat(document.getString("symbol")).isEqualTo("BTC");
        assertThat(document.getString("current_price")).isEqualTo("115250.00");
        assertThat(document.getJsonArray("strikes")).hasSize(21);
        assertThat(document.getJsonArray("strikes").getJsonObject(0).getString("yes_ask"))
                .isEqualTo("0.9700");
        Files.delete(file);
        await().atMost(SOON).until(() -> Files.exists(file));
    }

    @Test
    void followsABookThatChanges() {
        becomes(this::isPriced);
        world.book(event + "-T114249.99", "0.9000", "0.0800");
        StrikeTable table = becomes(
                made -> isPriced(made) && row(made, "114249.99").yesAsk().equals(Optional.of(Price.of("0.92"))));
        assertThat(row(table, "114249.99").noAsk()).contains(Price.of("0.10"));
        assertThat(row(table, "114499.99").yesAsk()).contains(Price.of("0.97"));
    }

    @Test
    void givesNoProbabilityWhileABookHasAGap() {
        becomes(this::isPriced);
        world.execute(
                "UPDATE markets.book_feeds SET valid = false, reason = 'gap' WHERE event_ticker = '%s'; NOTIFY book, 'BTC'",
                event);
        StrikeTable table = becomes(made -> isOfEvent(made) && !made.inputsAreFresh());
        assertThat(table.noProbability()).containsExactly(NoProbability.BOOK_STALE);
        assertThat(table.rows()).hasSize(21).allSatisfy(row -> {
            assertThat(row.probability()).isEmpty();
            assertThat(row.yesNetDiff()).isEmpty();
        });
        world.execute(
                "UPDATE markets.book_feeds SET valid = true WHERE event_ticker = '%s'; NOTIFY book, 'BTC'", event);
        becomes(this::isPriced);
    }

    @Test
    void givesNoProbabilityWithoutAFreshPrice() {
        becomes(this::isPriced);
        world.price("115250.00", business.now(), clock.now().minus(Duration.ofSeconds(4)));
        StrikeTable table = becomes(made -> isOfEvent(made) && !made.inputsAreFresh());
        assertThat(table.noProbability()).containsExactly(NoProbability.PRICE_STALE);
    }

    @Test
    void keepsAClosedEventUntilTheNextOneTakesOver() {
        becomes(this::isPriced);
        String closed = event;
        world.closeAllEvents(business.now());
        StrikeTable last = becomes(made -> isOfEvent(made) && made.ttcSeconds() == 0);
        assertThat(last.rows()).allSatisfy(row -> assertThat(row.probability()).isEmpty());
        event = world.event(business.now(), TO_CLOSE.multipliedBy(6));
        StrikeTable next = becomes(this::isPriced);
        assertThat(next.eventTicker().value()).isNotEqualTo(closed);
        assertThat(next.rows())
                .allSatisfy(row -> assertThat(row.ticker().value()).startsWith(event));
    }

    private StrikeTable becomes(Predicate<StrikeTable> expected) {
        return await().atMost(SOON)
                .until(() -> world.table(), stored -> stored.filter(found -> expected.test(found.table()))
                        .isPresent())
                .orElseThrow()
                .table();
    }

    private boolean isOfEvent(StrikeTable table) {
        return table.eventTicker().value().equals(event);
    }

    private boolean isPriced(StrikeTable table) {
        return isOfEvent(table) && table.inputsAreFresh();
    }

    private static StrikeRow row(StrikeTable table, String strike) {
        return table.rows().stream()
                .filter(row -> row.ticker().value().endsWith("-T" + strike))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject read(Path file) throws IOException {
        return Files.exists(file) ? new JsonObject(Files.readString(file)) : new JsonObject();
    }
}
