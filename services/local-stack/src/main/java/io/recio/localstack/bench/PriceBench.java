package io.recio.localstack.bench;

import io.recio.localstack.control.StackSession;
import io.recio.localstack.demo.DemoDatabase;
import io.recio.localstack.demo.DemoRun;
import io.recio.localstack.directory.Home;
import io.recio.localstack.stack.Progress;
import io.recio.localstack.stack.ServiceSpec;
import io.recio.localstack.stack.StackOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * 2,000 ticks a second on both symbols for a minute: whether every second's row holds exactly the last trade of that
 * second, and how long a trade takes from the tape to a committed row.
 */
final class PriceBench {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final Duration PAGE_PAUSE = Duration.ofMillis(125);
    private static final int PAGE = 1000;
    private static final Map<String, String> PRODUCTS = Map.of("BTC", "BTC-USD", "ETH", "ETH-USD");

    private static final String FAST_TAPE = """
            simulator.trades-per-minute=60000
            simulator.quiet-share=0
            """;

    private static final List<String> PREPARE = List.of(
            "CREATE SCHEMA bench",
            "CREATE UNLOGGED TABLE bench.prices (symbol text, price_at timestamptz, at timestamptz)",
            """
            CREATE FUNCTION bench.note_price() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
            $$ BEGIN INSERT INTO bench.prices VALUES (NEW.symbol, NEW.at, clock_timestamp()); RETURN NULL; END $$""",
            """
            CREATE TRIGGER bench_price AFTER INSERT OR UPDATE ON live_data.latest_price
            FOR EACH ROW EXECUTE FUNCTION bench.note_price()""");

    private final Path directory;
    private final Progress out;

    PriceBench(Path directory, Progress out) {
        this.directory = directory;
        this.out = out;
    }

    List<Figure> run() throws SQLException, IOException, InterruptedException {
        Files.createDirectories(directory.resolve("config"));
        Files.writeString(directory.resolve("config/application.properties"), FAST_TAPE);
        StackOptions options =
                StackOptions.simulated(directory, 1, StackOptions.GENERATED, StackOptions.DEFAULT_SEED, null);
        try (StackSession session = StackSession.open(options, Home.find(), line -> {});
                SimulatorTape simulator =
                        new SimulatorTape(session.stack().note().ports().of(ServiceSpec.SIMULATOR.name()))) {
            session.closeOnSignal();
            DemoRun.requireReady(session, READY_LIMIT);
            DemoDatabase database = DemoDatabase.of(session);
            for (String statement : PREPARE) {
                database.update(statement);
            }
            Thread.sleep(WARM_UP);
            Instant from = businessNow(session).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
            Instant to = from.plus(MEASURED);
            out.step("Measuring 2,000 ticks/s from " + from + " to " + to);
            while (businessNow(session).isBefore(to.plusSeconds(2))) {
                Thread.sleep(Duration.ofMillis(200));
            }
            Instant systemOfFrom = Instant.now().minus(Duration.between(from, businessNow(session)));
            Duration ahead = Duration.between(systemOfFrom, from);
            List<Figure> figures = new ArrayList<>();
            for (String symbol : List.of("BTC", "ETH")) {
                List<SimulatorTape.Trade> tape = tape(simulator, PRODUCTS.get(symbol), from, to);
                figures.add(seconds(database, symbol, tape, from, to));
                figures.add(delays(database, symbol, tape, ahead));
            }
            return figures;
        }
    }

    private static Instant businessNow(StackSession session) {
        return session.stack().note().clock().businessAt(Instant.now());
    }

    /** Page by page, the newest first, at the pace the exchange allows. */
    private static List<SimulatorTape.Trade> tape(SimulatorTape simulator, String product, Instant from, Instant to)
            throws IOException, InterruptedException {
        List<SimulatorTape.Trade> tape = new ArrayList<>();
        Long after = null;
        while (tape.isEmpty() || !tape.getLast().time().isBefore(from)) {
            List<SimulatorTape.Trade> page = simulator.trades(product, PAGE, after);
            tape.addAll(page);
            after = page.getLast().trade_id();
            Thread.sleep(PAGE_PAUSE);
        }
        return tape.stream()
                .filter(trade -> !trade.time().isBefore(from) && trade.time().isBefore(to))
                .toList();
    }

    private static Figure seconds(
            DemoDatabase database, String symbol, List<SimulatorTape.Trade> tape, Instant from, Instant to)
            throws SQLException {
        Map<Instant, BigDecimal> theirs = new TreeMap<>();
        tape.reversed().forEach(trade -> theirs.put(trade.time().truncatedTo(ChronoUnit.SECONDS), trade.price()));
        Map<Instant, BigDecimal> ours = new TreeMap<>();
        database.list(
                        row -> Map.entry(row.getObject(1, OffsetDateTime.class).toInstant(), row.getBigDecimal(2)),
                        "SELECT at, price FROM live_data.price_log WHERE symbol = ? AND at >= ? AND at < ?",
                        symbol,
                        from.atOffset(ZoneOffset.UTC),
                        to.atOffset(ZoneOffset.UTC))
                .forEach(entry -> ours.put(entry.getKey(), entry.getValue()));
        long exact = theirs.entrySet().stream()
                .filter(entry -> {
                    BigDecimal price = ours.get(entry.getKey());
                    return price != null && price.compareTo(entry.getValue()) == 0;
                })
                .count();
        return new Figure(
                symbol + " seconds exact, " + tape.size() + " ticks",
                exact + " of " + MEASURED.toSeconds(),
                "every second");
    }

    /** From a trade's moment on the tape to the first committed row that is as new. */
    private static Figure delays(
            DemoDatabase database, String symbol, List<SimulatorTape.Trade> tape, Duration businessAhead)
            throws SQLException {
        TreeMap<Instant, Instant> written = new TreeMap<>();
        database.list(
                        row -> Map.entry(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getObject(2, OffsetDateTime.class).toInstant()),
                        "SELECT price_at, min(at) FROM bench.prices WHERE symbol = ? GROUP BY price_at",
                        symbol)
                .forEach(entry -> written.put(entry.getKey(), entry.getValue()));
        Histogram nanos = new Histogram(3);
        for (SimulatorTape.Trade trade : tape) {
            Map.Entry<Instant, Instant> row = written.ceilingEntry(trade.time());
            if (row != null) {
                Instant printed = trade.time().minus(businessAhead);
                nanos.recordValue(
                        Math.max(0, Duration.between(printed, row.getValue()).toNanos()));
            }
        }
        return new Figure(
                symbol + " tick printed → row committed",
                String.format(
                        Locale.ROOT,
                        "p50 %.1f, p99 %.1f, max %.0f ms",
                        nanos.getValueAtPercentile(50) / 1e6,
                        nanos.getValueAtPercentile(99) / 1e6,
                        nanos.getMaxValue() / 1e6),
                "p99 ≤ 60 ms from receipt");
    }
}
