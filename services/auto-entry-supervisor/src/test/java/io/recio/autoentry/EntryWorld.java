package io.recio.autoentry;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.Deltas;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.ModelName;
import io.recio.domain.probability.PriceBasis;
import io.recio.domain.probability.Probability;
import io.recio.domain.striketable.Edge;
import io.recio.domain.striketable.StrikeRow;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.striketable.Watchlist;
import io.recio.domain.striketable.WatchlistSettings;
import io.recio.domain.time.BusinessTime;
import io.recio.fixtures.TestDatabase;
import io.recio.storage.Database;
import io.recio.storage.striketable.StrikeTableStore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** One event with one good market, and what coordinator, watchdogs, account sync and operator write. */
final class EntryWorld {

    static final Duration TO_CLOSE = Duration.ofMinutes(10);

    private static final AtomicLong VERSION = new AtomicLong();

    final Symbol symbol;
    final String event;
    final String ticker;
    final BusinessTime now;

    private final TestDatabase database;
    private final Database coordinator;

    /** @param coordinator for what the coordinator writes */
    EntryWorld(TestDatabase database, Database coordinator, Symbol symbol, BusinessTime now) {
        this.database = database;
        this.coordinator = coordinator;
        this.symbol = symbol;
        this.now = now;
        this.event = "KX" + symbol.value() + "D-"
                + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        this.ticker = event + "-T114999.99";
        execute("""
                DELETE FROM system.suspensions;
                UPDATE settings.auto_entry SET enabled = true, min_probability_percent = 95;
                INSERT INTO account.balances (account, mode, exchange_index, balance)
                VALUES ('simulated', 'simulated', 2, 10000) ON CONFLICT DO NOTHING;
                INSERT INTO account.sync_state (account, mode, authenticated, socket_connected, stale)
                VALUES ('simulated', 'simulated', true, true, false) ON CONFLICT DO NOTHING;
                INSERT INTO markets.series (series_ticker, title, fee_type, fee_multiplier)
                VALUES ('KX%1$sD', 'Hourly', 'quadratic', 1) ON CONFLICT DO NOTHING;
                INSERT INTO markets.events (event_ticker, series_ticker, symbol, title, opens_at, closes_at, exchange_index)
                VALUES ('%2$s', 'KX%1$sD', '%1$s', 'At noon', '%4$s', '%5$s', 2);
                INSERT INTO markets.markets (ticker, event_ticker, symbol, strike_type, floor_strike, status, opens_at, closes_at,
                    exchange_index, grid)
                VALUES ('%3$s', '%2$s', '%1$s', 'GREATER', 114999.99, 'ACTIVE', '%4$s', '%5$s', 2,
                    '[{"start":"0.0000","end":"1.0000","step":"0.0100"}]');
                INSERT INTO markets.books (ticker, event_ticker, yes_bids, no_bids, revision, changed_at)
                VALUES ('%3$s', '%2$s', '[["0.9400","500.00"]]', '[["0.0500","500.00"]]', 1, now())\
                """, symbol, event, ticker, now.minus(Duration.ofMinutes(50)), now.plus(TO_CLOSE));
    }

    /** Momentum of five hundredths in every second from twenty minutes ago to twenty ahead. */
    void calmLog() {
        execute("""
                SELECT live_data.ensure_price_partitions('%1$s', day::date)
                FROM generate_series('%2$s'::timestamptz - interval '1 day', '%2$s'::timestamptz + interval '1 day',
                    interval '1 day') day;
                INSERT INTO live_data.price_log (symbol, at, price, momentum, quality)
                SELECT '%1$s', at, 115250, 0.05, 'traded'
                FROM generate_series(date_trunc('second', '%2$s'::timestamptz) - interval '20 minutes',
                    '%2$s'::timestamptz + interval '20 minutes', interval '1 second') at
                ON CONFLICT DO NOTHING\
                """, symbol, now);
    }

    /** The coordinator's next table, made so long after {@link #now}: yes at .95, its chance 97.6 %. */
    void table(Duration after) {
        BusinessTime at = now.plus(after);
        StrikeRow row = new StrikeRow(
                new MarketTicker(ticker),
                Strike.above(SpotPrice.of("114999.99")),
                250,
                0.217,
                OptionalDouble.of(1),
                Side.YES,
                Optional.of(new Probability(0.976)),
                Optional.of(ModelName.VOLATILITY),
                Optional.empty(),
                Optional.of(new Probability(0.976)),
                List.of(),
                Optional.of(Price.of("0.95")),
                Optional.of(Price.of("0.06")),
                Optional.of(Price.of("0.94")),
                Optional.of(Price.of("0.05")),
                Optional.of(Quantity.ofContracts(500)),
                Optional.of(Quantity.ofContracts(500)),
                Optional.of(new Edge(2.6)),
                Optional.of(new Edge(-3.6)),
                Optional.of(new Edge(1.6)),
                Optional.of(new Edge(-4.6)),
                Quantity.ofContracts(5000));
        StrikeTable table = new StrikeTable(
                symbol,
                "Kalshi",
                SpotPrice.of("115250.00"),
                PriceBasis.SPOT,
                TO_CLOSE.toSeconds(),
                new EventTicker(event),
                now.plus(TO_CLOSE),
                "At noon",
                MarketStatus.ACTIVE,
                OptionalDouble.of(250),
                at,
                Optional.of(new Momentum(0.05)),
                Deltas.NONE,
                Optional.of(ModelName.VOLATILITY),
                List.of(),
                List.of(row));
        coordinator.transaction(statements -> {
            new StrikeTableStore()
                    .write(
                            statements,
                            VERSION.incrementAndGet(),
                            table,
                            List.of(),
                            Watchlist.of(table, WatchlistSettings.DEFAULT),
                            at);
            return null;
        });
    }

    /** Wakes the desk as a repeated notification would. */
    void notifyAgain() {
        execute("NOTIFY strike_table, '%s'", symbol);
    }

    List<String> decisions() {
        return texts("""
            SELECT concat_ws(' ', outcome, ticker, side, repeated, reasons) FROM trading.decisions
            WHERE event_ticker = '%s' ORDER BY business_at\
            """.formatted(event));
    }

    List<String> requests() {
        return texts("SELECT idempotency_key FROM trading.requests WHERE ticker = '%s'".formatted(ticker));
    }

    String state() {
        return texts("SELECT concat_ws(' ', state, reason) FROM trading.auto_entry_state WHERE symbol = '%s'"
                        .formatted(symbol))
                .stream()
                .findFirst()
                .orElse("");
    }

    List<String> texts(String sql) {
        return database.texts(sql);
    }

    void execute(String sql, Object... parts) {
        database.execute(sql.formatted(parts));
    }
}
