package io.recio.localstack.bench;

import io.recio.localstack.control.StackSession;
import io.recio.localstack.demo.DemoDatabase;
import io.recio.localstack.demo.DemoRun;
import io.recio.localstack.directory.Home;
import io.recio.localstack.simulator.SimulatorAdmin;
import io.recio.localstack.stack.Progress;
import io.recio.localstack.stack.ServiceSpec;
import io.recio.localstack.stack.StackOptions;
import io.recio.localstack.stack.StackShape;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From a tick sent by Coinbase to the order received by Kalshi, both measured in the simulator, through price, table,
 * decision, request, intent and durable claim of a whole stack.
 *
 * <p>Ticks of unique prices go out at a fixed pace. Settings let every tick enter once: anything in the money, one open
 * trade at a time. No order is filled, so that the next tick may enter anew.
 */
final class OrderPathBench {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final Duration WARM_UP = Duration.ofSeconds(40);

    /** Makes the cooldown of a ticker, 10 s of business time, short enough for 18 quoted strikes and two symbols. */
    private static final int SPEED = 3;

    private static final List<String> PRODUCTS = List.of("BTC-USD", "ETH-USD");

    private static final StackShape SIGNS_WHEN_SENT =
            new StackShape(List.of(), List.of(), false, Map.of("RECIO_KALSHI_SIGN_AHEAD", "false"), List.of());

    private static final String SLOW_TAPE = """
            simulator.trades-per-minute=4
            simulator.quiet-share=0
            """;

    private static final Map<String, Object> NOTHING_FILLED =
            Map.of("scope", "kalshi-rest", "kind", "partial-fill", "pattern", "POST .*orders", "count", 0);

    private final Path directory;
    private final int orders;
    private final int ticksPerSecond;
    private final boolean signsAhead;
    private final Progress out;

    /** @param signsAhead whether the executor has signatures ready, as it is shipped, or signs each order when it is sent */
    OrderPathBench(Path directory, int orders, int ticksPerSecond, boolean signsAhead, Progress out) {
        this.directory = directory;
        this.orders = orders;
        this.ticksPerSecond = ticksPerSecond;
        this.signsAhead = signsAhead;
        this.out = out;
    }

    List<Figure> run() throws SQLException, IOException, InterruptedException {
        Files.createDirectories(directory.resolve("config"));
        Files.writeString(directory.resolve("config/application.properties"), SLOW_TAPE);
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.MINUTES);
        StackOptions options = StackOptions.simulated(
                        directory, SPEED, StackOptions.GENERATED, StackOptions.DEFAULT_SEED, start)
                .shaped(signsAhead ? StackShape.WHOLE : SIGNS_WHEN_SENT);
        try (StackSession session = StackSession.open(options, Home.find(), line -> {});
                SimulatorTape simulator =
                        new SimulatorTape(session.stack().note().ports().of(ServiceSpec.SIMULATOR.name()))) {
            session.closeOnSignal();
            DemoRun.requireReady(session, READY_LIMIT);
            DemoDatabase database = DemoDatabase.of(session);
            Hops hops = new Hops(database);
            hops.prepare();
            letEveryTickEnter(database);
            try (SimulatorAdmin admin =
                    new SimulatorAdmin(session.stack().note().ports().of(ServiceSpec.SIMULATOR.name()))) {
                admin.arm("bench-nothing-filled", NOTHING_FILLED);
            }
            out.step("Warming up for " + WARM_UP.toSeconds() + " s");
            send(simulator, (int) WARM_UP.toSeconds() * ticksPerSecond);
            simulator.forgetLatencies();
            hops.forget();
            out.step("Measuring at " + ticksPerSecond + " ticks/s until " + orders + " orders came");
            int sent = 0;
            while (hops.orders() < orders && sent < 3 * orders) {
                sent += send(simulator, 10 * ticksPerSecond);
            }
            List<Figure> figures = new ArrayList<>(hops.figures(simulator.latencies()));
            figures.add(SocketTimes.figure(session.stack().note().ports().of("trade-executor")));
            figures.add(new Figure("  signatures", signsAhead ? "prepared" : "made when sent", ""));
            return figures;
        }
    }

    private static void letEveryTickEnter(DemoDatabase database) throws SQLException {
        database.update("""
                UPDATE settings.auto_entry SET enabled = true, min_time_seconds = 0, max_time_seconds = 3600,
                    min_probability_percent = 50, min_differential_cents = -99, allow_re_entry = true,
                    spike_alert_enabled = false, require_ask_size = false, watchlist_min_volume = 0,
                    watchlist_max_ask_cents = 99.99""");
        database.update("""
                UPDATE settings.risk_limits SET max_open_trades = 1, max_orders_per_minute = 1000000,
                    max_daily_loss_dollars = 1000000, max_weekly_loss_dollars = 1000000""");
    }

    /** Sends ticks at the pace, symbols in turn, each at a price nobody had before. */
    private int send(SimulatorTape simulator, int count) throws IOException, InterruptedException {
        long step = 1_000_000_000L / ticksPerSecond;
        BigDecimal[] base = new BigDecimal[PRODUCTS.size()];
        for (int i = 0; i < base.length; i++) {
            base[i] = simulator.price(PRODUCTS.get(i)).setScale(0, RoundingMode.DOWN);
        }
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long left = began + i * step - System.nanoTime();
            if (left > 0) {
                Thread.sleep(Duration.ofNanos(left));
            }
            int product = i % PRODUCTS.size();
            BigDecimal price = base[product].add(BigDecimal.valueOf(1 + i / PRODUCTS.size() % 99, 2));
            simulator.tick(PRODUCTS.get(product), price);
        }
        return count;
    }
}
