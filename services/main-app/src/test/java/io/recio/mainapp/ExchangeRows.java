package io.recio.mainapp;

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
import io.recio.domain.time.BusinessTime;
import io.recio.fixtures.TestDatabase;
import io.recio.storage.json.DomainJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/** Writes prices, markets, strike tables and trades into the database as the other services would. */
public final class ExchangeRows {

    private final TestDatabase database;
    private final Instant closesAt;
    private long version;

    public ExchangeRows(TestDatabase database, Instant closesAt) {
        this.database = database;
        this.closesAt = closesAt;
    }

    public static String event(String symbol) {
        return "KX" + symbol + "D-26NOV2217";
    }

    public static String ticker(String symbol, int strike) {
        return event(symbol) + "-T" + (strike - 1) + ".99";
    }

    /** An event with 21 markets around the price. */
    public void markets(String symbol, int middle, int tier) {
        var sql = new StringBuilder("""
                INSERT INTO markets.events (event_ticker, series_ticker, symbol, title, opens_at, closes_at, exchange_index)
                VALUES ('%s', 'KX%sD', '%s', '%s price today at 5pm EST?', '%s', '%s', 0) ON CONFLICT DO NOTHING;""".formatted(
                        event(symbol),
                        symbol,
                        symbol,
                        symbol.equals("BTC") ? "Bitcoin" : "Ethereum",
                        closesAt.minus(Duration.ofHours(1)),
                        closesAt));
        for (int i = -10; i <= 10; i++) {
            int strike = middle + i * tier;
            sql.append("""
                    INSERT INTO markets.markets (ticker, event_ticker, symbol, strike_type, floor_strike, status, opens_at,
                        closes_at, exchange_index, grid, volume)
                    VALUES ('%s', '%s', '%s', 'GREATER', %d.99, 'ACTIVE', '%s', '%s', 0,
                        '[{"start":"0.0000","end":"1.0000","step":"0.0100"}]', 5000) ON CONFLICT DO NOTHING;""".formatted(
                            ticker(symbol, strike),
                            event(symbol),
                            symbol,
                            strike - 1,
                            closesAt.minus(Duration.ofHours(1)),
                            closesAt));
        }
        database.execute(sql.toString());
    }

    public void price(String symbol, String price, double momentum, String feedState) {
        Instant now = Instant.now();
        database.execute("""
                INSERT INTO live_data.latest_price (symbol, at, price, mean_60s, momentum, delta_1m, delta_2m, delta_3m,
                    delta_4m, delta_15m, delta_30m, vol_1m, vol_15m, change_1h, change_3h, change_1d, document, quality, feed_state,
                    heard_at, received_at)
                VALUES ('%s', '%s', %s, %s, %s, 0.050, 0.100, -0.032, 0.083, 0.418, 0.840, 0.00004, 0.00005, 0.42, -1.31, 2.87, '{}',
                    'traded', '%s', '%s', '%s')
                ON CONFLICT (symbol) DO UPDATE SET at = excluded.at, price = excluded.price, momentum = excluded.momentum,
                    feed_state = excluded.feed_state, heard_at = excluded.heard_at;
                SELECT pg_notify('price', '%s')""".formatted(symbol, now, price, price, momentum, feedState, now, now, symbol));
    }

    /** A table of 21 strikes around the middle, priced by a smooth curve. */
    public void strikeTable(String symbol, String price, int middle, int tier) {
        StrikeTable table = table(symbol, price, middle, tier);
        database.execute("""
                INSERT INTO live_data.strike_table (symbol, event_ticker, version, computed_at, price_at, document)
                VALUES ('%s', '%s', %d, '%s', '%s', '%s')
                ON CONFLICT (symbol) DO UPDATE SET version = excluded.version, computed_at = excluded.computed_at,
                    price_at = excluded.price_at, document = excluded.document;
                SELECT pg_notify('strike_table', '%s')""".formatted(
                        symbol,
                        table.eventTicker(),
                        ++version,
                        table.lastUpdated(),
                        table.lastUpdated(),
                        DomainJson.write(table),
                        symbol));
    }

    private StrikeTable table(String symbol, String price, int middle, int tier) {
        SpotPrice spot = SpotPrice.of(price);
        double level = spot.dollars().doubleValue();
        List<StrikeRow> rows = new ArrayList<>();
        for (int i = -10; i <= 10; i++) {
            rows.add(row(symbol, middle + i * tier, level, tier));
        }
        BusinessTime now = BusinessTime.of(Instant.now());
        return new StrikeTable(
                new Symbol(symbol),
                "Kalshi",
                spot,
                PriceBasis.SPOT,
                Duration.between(now.instant(), closesAt).toSeconds(),
                new EventTicker(event(symbol)),
                BusinessTime.of(closesAt),
                (symbol.equals("BTC") ? "Bitcoin" : "Ethereum") + " price today at 5pm EST?",
                MarketStatus.ACTIVE,
                OptionalDouble.of(tier),
                now,
                Optional.of(new Momentum(0.148869)),
                new Deltas(
                        OptionalDouble.of(0.050),
                        OptionalDouble.of(0.100),
                        OptionalDouble.of(-0.032),
                        OptionalDouble.of(0.083),
                        OptionalDouble.of(0.418),
                        OptionalDouble.of(0.840)),
                Optional.of(ModelName.MOVE_TABLE),
                List.of(),
                rows);
    }

    private static StrikeRow row(String symbol, int shown, double level, int tier) {
        double floor = shown - 0.01;
        double distance = (level - floor) / tier;
        double yes = 1 / (1 + Math.exp(-1.35 * distance));
        Side active = floor < level ? Side.YES : Side.NO;
        Probability chance = new Probability(active == Side.YES ? yes : 1 - yes);
        long yesAsk = Math.clamp(Math.round(yes * 100) + 1, 1, 99);
        long noAsk = Math.clamp(Math.round((1 - yes) * 100) + 1, 1, 99);
        return new StrikeRow(
                new MarketTicker(ticker(symbol, shown)),
                Strike.above(SpotPrice.of("%d.99".formatted(shown - 1))),
                Math.abs(level - floor),
                Math.abs(level - floor) / level * 100,
                OptionalDouble.of(Math.abs(distance)),
                active,
                Optional.of(chance),
                Optional.of(ModelName.MOVE_TABLE),
                Optional.of(chance),
                Optional.empty(),
                List.of(),
                Optional.of(Price.ofCents(yesAsk)),
                Optional.of(Price.ofCents(noAsk)),
                Optional.of(Price.ofCents(100 - noAsk)),
                Optional.of(Price.ofCents(100 - yesAsk)),
                Optional.of(Quantity.ofContracts(250)),
                Optional.of(Quantity.ofContracts(180)),
                Optional.of(new Edge(yes * 100 - yesAsk)),
                Optional.of(new Edge((1 - yes) * 100 - noAsk)),
                Optional.of(new Edge(yes * 100 - yesAsk - 1)),
                Optional.of(new Edge((1 - yes) * 100 - noAsk - 1)),
                Quantity.ofContracts(5000));
    }

    /** The rows of the table between 80 and 99.9 %, as the coordinator would choose them. */
    public void watchlist(String symbol, String price, int middle, int tier) {
        StrikeTable table = table(symbol, price, middle, tier);
        var chosen = new Watchlist(
                table.symbol(),
                table.eventTicker(),
                table.lastUpdated(),
                table.rows().stream()
                        .filter(row -> row.probability().orElseThrow().percent() > 80
                                && row.probability().orElseThrow().percent() < 99.5)
                        .toList());
        database.execute("""
                INSERT INTO live_data.watchlist (symbol, version, computed_at, document) VALUES ('%s', 1, '%s', '%s')
                ON CONFLICT (symbol) DO UPDATE SET document = excluded.document, computed_at = excluded.computed_at""".formatted(symbol, table.lastUpdated(), DomainJson.write(chosen)));
    }

    /** A price for each second of the last minutes, going up and down around the middle. */
    public void history(String symbol, int middle, int minutes) {
        database.execute("""
                SELECT live_data.ensure_price_partitions('%1$s', (now() - interval '%3$d minutes')::date),
                       live_data.ensure_price_partitions('%1$s', now()::date);
                DELETE FROM live_data.price_log WHERE symbol = '%1$s';
                INSERT INTO live_data.price_log (symbol, at, price, momentum, index_price, quality)
                SELECT '%1$s', date_trunc('second', now()) - n * interval '1 second',
                       round((%2$d + 82 + 260 * sin(n / 900.0) + 40 * sin(n / 70.0) + 9 * sin(n / 7.0))::numeric, 2),
                       0.22 * cos(n / 300.0) + 0.12 * sin(n / 40.0),
                       round((%2$d + 75 + 260 * sin(n / 900.0) + 38 * sin(n / 70.0))::numeric, 2), 'traded'
                FROM generate_series(0, %3$d * 60) n""".formatted(symbol, middle, minutes));
    }

    /** A refusal of auto entry that names two reasons for one market. */
    public UUID decision(String symbol, int strike) {
        UUID decision = UUID.randomUUID();
        database.execute("""
                INSERT INTO trading.decisions (decision_id, symbol, event_ticker, outcome, reasons, document, repeated,
                    business_at, last_at)
                VALUES ('%1$s', '%2$s', '%3$s', 'refused', ARRAY['SPIKE_ALERT', 'DIFFERENTIAL_TOO_SMALL'], '{
                    "state": "PAUSED", "currentPrice": "118082.01", "ttcSeconds": 462, "momentum": {"score": 0.148869},
                    "settings": {"minProbability": 95, "minDifferential": {"cents": 0.25}},
                    "refusals": [{"code": "SPIKE_ALERT", "facts": {"momentum": "39.2", "threshold": "36"}}],
                    "rows": [{"decision": "refused", "facts": {"ticker": "%4$s", "side": "YES", "refusals": [
                        {"code": "DIFFERENTIAL_TOO_SMALL", "facts": {"found": "-1.6", "asked": "0.25"}}]}}]}',
                    7, now() - interval '20 seconds', now());
                SELECT pg_notify('auto_entry', '')""".formatted(decision, symbol, event(symbol), ticker(symbol, strike)));
        return decision;
    }

    /** A trade in the given state, with the request it came from. */
    public UUID trade(String symbol, int strike, String side, String status, String pnl) {
        UUID trade = UUID.randomUUID();
        UUID request = UUID.randomUUID();
        boolean closed = status.equals("closed");
        boolean filled = closed || status.equals("open") || status.equals("closing");
        String ticker = ticker(symbol, strike);
        database.execute("""
                INSERT INTO trading.requests (request_id, account, mode, idempotency_key, kind, requested_by, ticker, side,
                    quantity, price_cap, strategy, reason, seen, payload_hash, business_at, state)
                VALUES ('%1$s', 'simulated', 'simulated', '%1$s', 'open', '', '%2$s', '%3$s', 10, 0.97, 'Hourly HTC', 'test',
                    '{}', '', now(), 'answered');
                INSERT INTO trading.trades (trade_id, account, mode, request_id, ticker, event_ticker, symbol, side, strategy,
                    entered_by, status, requested, filled, closed, cost, proceeds, fees, pnl, outcome, strike, strike_type,
                    closes_at, price_cap, ask_seen, probability_seen, spot_seen, created_at, opened_at, ended_at, events, denial_code)
                VALUES ('%4$s', 'simulated', 'simulated', '%1$s', '%2$s', '%5$s', '%6$s', '%3$s', 'Hourly HTC',
                    'recio_auto_entry_supervisor', '%7$s', 10, %8$s, %9$s, %10$s, %11$s, 0.07, %12$s, %13$s, %14$d.99,
                    'GREATER', '%15$s', 0.97, 0.96, 0.976, 118050.50, now(), %16$s, %17$s, 3, %18$s);""".formatted(
                        request,
                        ticker,
                        side,
                        trade,
                        event(symbol),
                        symbol,
                        status,
                        filled ? "10" : "0",
                        closed ? "10" : "0",
                        filled ? "9.6" : "0",
                        closed ? "9.6 + 0.07 + " + pnl : "0",
                        closed ? pnl : "NULL",
                        closed ? (pnl.startsWith("-") ? "'L'" : "'W'") : "NULL",
                        strike - 1,
                        closesAt,
                        filled ? "now()" : "NULL",
                        filled && !closed || status.equals("pending") ? "NULL" : "now()",
                        status.equals("denied") ? "'EXPOSURE_ABOVE_LIMIT'" : "NULL"));
        return trade;
    }

    public void valued(UUID trade, String ticker, String buffer, double probability, String pnl) {
        database.execute("""
                INSERT INTO trading.active_trades (trade_id, ticker, spot, buffer, probability, exit_price, unrealized_pnl,
                    stop_state, computed_at)
                VALUES ('%s', '%s', 118082.01, %s, %s, 0.97, %s, '{}', now())
                ON CONFLICT (trade_id) DO UPDATE SET buffer = excluded.buffer, probability = excluded.probability,
                    unrealized_pnl = excluded.unrealized_pnl, computed_at = excluded.computed_at;
                SELECT pg_notify('active_trades', '')""".formatted(trade, ticker, buffer, probability, pnl));
    }

    /** A day of balances on two shards, one order with its events, one that is not ours. */
    public void account() {
        database.execute("""
                DELETE FROM account.balance_history; DELETE FROM account.orders;
                INSERT INTO account.balance_history (account, mode, exchange_index, at, balance)
                SELECT 'simulated', 'simulated', shard, now() - n * interval '10 minutes',
                       CASE shard WHEN 0 THEN 1824.56 + 3 * n - 40 * sin(n / 5.0) ELSE 400 END
                FROM generate_series(0, 120) n, generate_series(0, 1) shard;
                INSERT INTO account.orders (account, mode, order_id, client_order_id, ticker, bought_side, status, yes_price,
                    initial_count, filled_count, remaining_count, created_at)
                VALUES ('simulated', 'simulated', 'o1', 'recio-1', '%1$s', 'YES', 'executed', 0.96, 10, 10, 0, now()),
                       ('simulated', 'simulated', 'o2', NULL, '%1$s', 'NO', 'resting', 0.02, 5, 0, 5, now() - interval '1 hour')""".formatted(ticker("BTC", 117500)));
    }

    /** An hour of looks of the system monitor. */
    public void health() {
        database.execute("""
                DELETE FROM system.health_status;
                INSERT INTO system.health_status (checked_at, status, services, resources, database, network, duplicates)
                SELECT clock_timestamp() - n * interval '10 seconds', 'healthy', '[]',
                       jsonb_build_object('cpuPercent', 35 + 20 * sin(n / 12.0), 'memoryPercent', 61 + n / 90.0,
                           'disk', jsonb_build_object('percent', 44)),
                       jsonb_build_object('connections', 41, 'commitMs', 3), '{}', '[]'
                FROM generate_series(0, 360) n""");
    }

    /** The system monitor's newest look at a cluster: a pod with a limit and a standby, one without either, two nodes, a follower. */
    public void look() {
        database.execute("""
                INSERT INTO system.health_status (checked_at, status, services, resources, database, network, duplicates)
                VALUES (clock_timestamp() + interval '1 second', 'degraded', '[
                    {"service": "trade-manager", "state": "HEALTHY", "critical": true, "reason": "", "instances": [
                        {"instance": "trade-manager-6f7d8c9b5-x2k4z", "role": "active", "epoch": 3, "beatAgeMs": 300,
                         "functional": true, "late": [], "memoryBytes": 104857600, "cpuPercent": 4.2},
                        {"instance": "trade-manager-6f7d8c9b5-q8wvd", "role": "standby", "epoch": 0, "beatAgeMs": 300,
                         "functional": true, "late": [], "memoryBytes": 94371840}]},
                    {"service": "unified-production-coordinator", "state": "HEALTHY", "critical": true, "reason": "",
                     "instances": [{"instance": "unified-production-coordinator-5c9f7d6b8-7hxpl", "role": "active", "epoch": 1,
                         "beatAgeMs": 300, "functional": true, "late": [], "memoryBytes": 125829120, "cpuPercent": 12.4}]},
                    {"service": "kalshi-account-sync", "state": "DOWN", "critical": true, "reason": "no instance beats",
                     "instances": []}]',
                    '{"cpuPercent": 35, "memoryPercent": 61, "disk": {"percent": 44},
                      "groups": [{"id": "a/1", "instances": ["trade-manager-6f7d8c9b5-x2k4z"], "memoryBytes": 230686720,
                          "memoryLimitBytes": 268435456, "memoryPercent": 85.9, "cpuLimitMillis": 500, "cpuPercent": 41.2}],
                      "disks": [{"id": "a/9", "instances": ["trade-manager-6f7d8c9b5-x2k4z"], "path": "/data",
                          "percent": 91.3, "totalBytes": 107374182400, "freeBytes": 9341553868}],
                      "nodes": [{"node": "worker-1", "readAgeMs": 4200, "cpuPercent": 63.5, "memoryPercent": 71.2,
                              "pressures": ["DiskPressure"]},
                          {"node": "worker-2", "readAgeMs": 4200, "pressures": []}]}',
                    '{"connections": 41, "maxConnections": 100, "commitMs": 3, "sizeBytes": 1000000, "standbys": [
                        {"name": "standby-one", "state": "streaming", "synchronous": true, "lagBytes": 3145728, "lagMs": 120},
                        {"name": "standby-two"}]}',
                    '{}', '[]')""");
    }

    public void service(String name, String role, boolean functional, long ageMs) {
        database.execute("""
                INSERT INTO system.heartbeats (service, instance, role, epoch, started_at, beat_at, functional, freshness,
                    work_done, memory_bytes, cpu_millis, version, host, port)
                VALUES ('%1$s', '%1$s-1', '%2$s', 3, clock_timestamp() - interval '2 hours',
                    clock_timestamp() - interval '%4$d milliseconds', %3$s,
                    '{"result": {"ageMs": %4$d, "limitMs": 5000, "ok": %3$s}}', 120, 104857600, 5300, '0.1.0', '127.0.0.1', 8000)
                ON CONFLICT (service, instance) DO UPDATE SET beat_at = excluded.beat_at, functional = excluded.functional""".formatted(name, role, functional, ageMs));
    }
}
