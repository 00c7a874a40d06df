package io.recio.localstack.bench;

import io.recio.localstack.demo.DemoDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * Splits the way from tick to order by what the database knows of each step. Prices and tables keep only their newest row,
 * so triggers of this bench note when each was written.
 */
final class Hops {

    private static final List<String> PREPARE = List.of(
            "CREATE SCHEMA bench",
            "CREATE UNLOGGED TABLE bench.prices (symbol text, price numeric, received_at timestamptz, at timestamptz)",
            "CREATE UNLOGGED TABLE bench.tables (symbol text, price numeric, at timestamptz)",
            """
            CREATE FUNCTION bench.note_price() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
            $$ BEGIN INSERT INTO bench.prices VALUES (NEW.symbol, NEW.price, NEW.received_at, clock_timestamp());
            RETURN NULL; END $$""",
            """
            CREATE FUNCTION bench.note_table() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
            $$ BEGIN INSERT INTO bench.tables
            VALUES (NEW.symbol, (NEW.document ->> 'currentPrice')::numeric, clock_timestamp());
            RETURN NULL; END $$""",
            """
            CREATE TRIGGER bench_price AFTER INSERT OR UPDATE ON live_data.latest_price
            FOR EACH ROW EXECUTE FUNCTION bench.note_price()""",
            """
            CREATE TRIGGER bench_table AFTER INSERT OR UPDATE ON live_data.strike_table
            FOR EACH ROW EXECUTE FUNCTION bench.note_table()""");

    /** Each order with the first price and table row of the price it was decided on. */
    private static final String STEPS = """
            SELECT i.client_order_id, t.symbol, (r.seen ->> 'spot')::numeric AS price, p.received_at, p.at, s.at,
                r.requested_at, i.intended_at, e.recorded_at
            FROM trading.requests r JOIN trading.trades t ON t.request_id = r.request_id
                JOIN trading.order_intents i ON i.trade_id = t.trade_id
                JOIN trading.order_events e ON e.client_order_id = i.client_order_id AND e.type = 'OrderClaimed'
                CROSS JOIN LATERAL (SELECT min(received_at) AS received_at, min(at) AS at FROM bench.prices
                    WHERE symbol = t.symbol AND price = (r.seen ->> 'spot')::numeric
                        AND at BETWEEN r.requested_at - interval '2 s' AND r.requested_at) p
                CROSS JOIN LATERAL (SELECT min(at) AS at, max(at) AS last_at FROM bench.tables
                    WHERE symbol = t.symbol AND price = (r.seen ->> 'spot')::numeric
                        AND at BETWEEN r.requested_at - interval '2 s' AND r.requested_at) s
            WHERE i.purpose = 'entry' AND r.requested_at > (SELECT since FROM bench.window) AND p.at IS NOT NULL
                AND s.at = s.last_at""";

    private static final List<String> NAMES = List.of(
            "tick sent → received",
            "received → price row",
            "price row → table row",
            "table row → request row",
            "request row → intent row",
            "intent row → durable claim row",
            "claim row → order received");

    /** Where in the steps the decision stands: the signal. */
    private static final int REQUESTED = 3;

    private static final int DIGITS = 3;

    private final DemoDatabase database;

    /** @param at the moments between tick and order, in their order */
    private record Steps(String clientOrderId, String symbol, BigDecimal price, List<Instant> at) {}

    Hops(DemoDatabase database) {
        this.database = database;
    }

    void prepare() throws SQLException {
        for (String statement : PREPARE) {
            database.update(statement);
        }
        database.update("CREATE TABLE bench.window AS SELECT clock_timestamp() AS since");
    }

    /** Leaves out everything until now. */
    void forget() throws SQLException {
        database.update("UPDATE bench.window SET since = clock_timestamp()");
        database.update("TRUNCATE bench.prices, bench.tables");
    }

    long orders() throws SQLException {
        return database.list(row -> row.getLong(1), """
                        SELECT count(*) FROM trading.order_events
                        WHERE type = 'OrderClaimed' AND recorded_at > (SELECT since FROM bench.window)""").getFirst();
    }

    List<Figure> figures(SimulatorTape.Latencies latencies) throws SQLException {
        Map<String, NavigableSet<Long>> sent = new HashMap<>();
        latencies.ticks().forEach(tick -> sent.computeIfAbsent(
                        key(tick.symbol(), tick.priceDollars()), key -> new TreeSet<>())
                .add(tick.nanos()));
        Map<String, Long> received = latencies.orders().stream()
                .collect(Collectors.toMap(SimulatorTape.Order::clientOrderId, SimulatorTape.Order::nanos));
        Histogram whole = new Histogram(DIGITS);
        Histogram fromSignal = new Histogram(DIGITS);
        Map<String, Histogram> hops = new LinkedHashMap<>();
        NAMES.forEach(name -> hops.put(name, new Histogram(DIGITS)));
        for (Steps steps : steps()) {
            Long order = received.get(steps.clientOrderId());
            Long tick = order == null
                    ? null
                    : sent.getOrDefault(key(steps.symbol(), steps.price()), new TreeSet<>())
                            .lower(order);
            if (order != null && tick != null) {
                whole.recordValue(order - tick);
                fromSignal.recordValue(nanos(steps.at().get(REQUESTED), latencies.at(order)));
                record(hops, latencies.at(tick), steps.at(), latencies.at(order));
            }
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "tick sent → order received, " + whole.getTotalCount() + " orders",
                millis(whole),
                "p50 ≤ 4 ms, p99 ≤ 12 ms at 10 ticks/s"));
        figures.add(new Figure("  signal (request row) → order received", millis(fromSignal), ""));
        hops.forEach((name, histogram) -> figures.add(new Figure("  " + name, millis(histogram), "")));
        return figures;
    }

    private static void record(Map<String, Histogram> hops, Instant sent, List<Instant> steps, Instant received) {
        Instant from = sent;
        for (int i = 0; i < NAMES.size(); i++) {
            Instant to = i < steps.size() ? steps.get(i) : received;
            hops.get(NAMES.get(i)).recordValue(nanos(from, to));
            from = to;
        }
    }

    private static long nanos(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toNanos());
    }

    private static String key(String symbol, BigDecimal price) {
        return symbol + " " + price.stripTrailingZeros().toPlainString();
    }

    private List<Steps> steps() throws SQLException {
        return database.list(
                row -> {
                    List<Instant> at = new ArrayList<>();
                    for (int column = 4; column <= 9; column++) {
                        at.add(row.getObject(column, OffsetDateTime.class).toInstant());
                    }
                    return new Steps(row.getString(1), row.getString(2), row.getBigDecimal(3), at);
                },
                STEPS);
    }

    private static String millis(Histogram nanos) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f, p99 %.2f, max %.1f ms",
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                nanos.getMaxValue() / 1e6);
    }
}
