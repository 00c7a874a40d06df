package io.recio.storage.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.price.Deltas;
import io.recio.domain.price.FeedPulse;
import io.recio.domain.price.IndexValue;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.PriceQuality;
import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.price.Volatility;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.fixtures.TestDatabase;
import io.recio.storage.Database;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceStoresIT {

    private static final BusinessTime NOON = BusinessTime.parse("2026-11-22T12:00:00Z");
    private static final Deltas DELTAS = new Deltas(
            OptionalDouble.of(0.1),
            OptionalDouble.of(0.2),
            OptionalDouble.of(0.3),
            OptionalDouble.of(0.4),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    private static final Volatility VOLATILITY = new Volatility(
            OptionalDouble.of(0.00005),
            OptionalDouble.of(0.00006),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    private final TestDatabase server = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final LatestPriceStore latest = new LatestPriceStore();
    private final PriceLogStore log = new PriceLogStore();
    private Pool pool;
    private Database database;

    @BeforeEach
    void connect() {
        pool = PgBuilder.pool()
                .using(vertx)
                .with(new PoolOptions().setMaxSize(3))
                .connectingTo(PgConnectOptions.fromUri(server.url())
                        .setUser("recio_symbol_price_watchdog")
                        .setPassword(TestDatabase.PASSWORD))
                .build();
        database = new Database(pool, Duration.ofSeconds(5));
        database.query("SELECT live_data.ensure_price_partitions($1, $2)", "BTC", LocalDate.of(2026, 11, 22));
    }

    @AfterEach
    void disconnect() {
        pool.close();
        vertx.close();
    }

    @Test
    void writesSecondsAndNewestPriceTogetherAndReadsThemBack() {
        LoggedSecond first = second(0, "118000.25", PriceQuality.TRADED);
        LoggedSecond second = second(1, "118000.25", PriceQuality.QUIET);

        latest.write(database, price("118001"), List.of(first, second));

        assertThat(latest.read(database, Symbol.BTC)).contains(price("118001"));
        assertThat(log.between(database, Symbol.BTC, NOON, NOON.plus(Duration.ofMinutes(1))))
                .containsExactly(first, second);
        assertThat(log.newest(database, Symbol.BTC, NOON.plus(Duration.ofDays(1))))
                .contains(second.second().at());
        assertThat(log.newest(database, Symbol.BTC, NOON)).contains(NOON);
    }

    @Test
    void keepsTheQualityOfASecondWhosePriceStandsWhenItIsRewritten() {
        latest.write(
                database,
                price("118001"),
                List.of(
                        second(0, "100", PriceQuality.TRADED),
                        second(1, "100", PriceQuality.QUIET),
                        second(2, "100", PriceQuality.INTERPOLATED)));
        latest.write(
                database,
                price("118001"),
                List.of(
                        second(0, "100", PriceQuality.BACKFILLED),
                        second(1, "101", PriceQuality.BACKFILLED),
                        second(2, "100", PriceQuality.BACKFILLED)));

        assertThat(log.between(database, Symbol.BTC, NOON, NOON.plus(Duration.ofMinutes(1))))
                .extracting(row -> row.second().quality())
                .containsExactly(PriceQuality.TRADED, PriceQuality.BACKFILLED, PriceQuality.BACKFILLED);
    }

    private static LoggedSecond second(int offset, String price, PriceQuality quality) {
        return new LoggedSecond(
                new PriceSecond(
                        Symbol.BTC,
                        NOON.plus(Duration.ofSeconds(offset)),
                        SpotPrice.of(price),
                        quality,
                        Optional.of(SpotPrice.of("117999.123456")),
                        Optional.of(new Momentum(0.21)),
                        DELTAS,
                        VOLATILITY),
                Optional.of(SpotPrice.of("118000.5")));
    }

    private static LatestPrice price(String dollars) {
        BusinessTime at = NOON.plus(Duration.ofSeconds(2));
        return new LatestPrice(
                new PriceSnapshot(
                        Symbol.BTC,
                        SpotPrice.of(dollars),
                        at,
                        Optional.empty(),
                        Optional.of(new Momentum(0.21)),
                        DELTAS,
                        VOLATILITY,
                        FeedPulse.heard(at),
                        Optional.empty(),
                        Optional.of(new IndexValue(SpotPrice.of("118000.5"), at, Optional.empty()))),
                OptionalLong.of(77),
                PriceQuality.TRADED,
                FeedState.LIVE,
                OptionalDouble.of(0.5),
                OptionalDouble.empty(),
                OptionalDouble.of(-1.25),
                SystemTime.of(NOON.instant()));
    }
}
