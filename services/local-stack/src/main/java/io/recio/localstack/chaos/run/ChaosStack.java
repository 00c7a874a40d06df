package io.recio.localstack.chaos.run;

import io.recio.localstack.chaos.check.SpeedyClock;
import io.recio.localstack.control.StackSession;
import io.recio.localstack.directory.Home;
import io.recio.localstack.postgres.DatabasePreparation;
import io.recio.localstack.postgres.DatabaseRelay;
import io.recio.localstack.process.SupervisedProcess;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.simulator.SimulatorAdmin;
import io.recio.localstack.stack.ClockAnchor;
import io.recio.localstack.stack.Ports;
import io.recio.localstack.stack.Progress;
import io.recio.localstack.stack.ServiceSpec;
import io.recio.localstack.stack.StackOptions;
import io.recio.localstack.stack.StackShape;
import io.recio.migrations.DatabaseRole;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The order path on a warm stack: executor and manager with a standby, each process behind a relay of its own. */
public final class ChaosStack implements AutoCloseable {

    /** Services that hold a lease and keep our books. */
    static final List<String> BOOKKEEPERS = List.of(
            "trade-executor",
            "trade-manager",
            "kalshi-account-sync",
            "active-trade-supervisor",
            "auto-entry-supervisor");

    static final List<String> DOUBLED = List.of("trade-executor", "trade-manager");

    private static final int SPEED = 60;
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final Duration OPERATOR_PATIENCE = Duration.ofSeconds(5);

    /**
     * Events of fifteen minutes instead of an hour, so that each run sees a close and a settlement; the executor waits 2 s for
     * an answer in place of 5 s, and 1 s of margin, so that absence is proven within a run.
     */
    private static final StackShape SHAPE = new StackShape(
            DOUBLED,
            List.of("symbol-price-watchdog-eth", "main-app", "cascading-failure-detector", "system-monitor"),
            true,
            Map.of(
                    "SIMULATOR_KALSHI_EVENT_LENGTH", "PT15M",
                    "TRADE_EXECUTOR_REQUEST_TIMEOUT", "2S",
                    "TRADE_EXECUTOR_VISIBILITY_MARGIN", "1S"),
            List.of());

    private final StackSession session;
    private final Rows rows;
    private final Rows operator;
    private final SimulatorAdmin simulator;

    private ChaosStack(StackSession session) {
        this.session = session;
        this.rows = new Rows(() -> session.stack().database().admin());
        this.operator = new Rows(() -> operatorConnection(session));
        this.simulator = new SimulatorAdmin(session.stack().note().ports().of(ServiceSpec.SIMULATOR.name()));
    }

    /** @throws Refused when it does not get ready */
    public static ChaosStack open(Path data, long simulatorSeed, Progress progress) throws SQLException {
        StackOptions options = StackOptions.simulated(data, SPEED, StackOptions.GENERATED, simulatorSeed, null)
                .shaped(SHAPE);
        StackSession session = StackSession.open(options, Home.find(), progress);
        try {
            session.endOnSignal();
            List<String> open = session.awaitReady(READY_LIMIT);
            if (!open.isEmpty() || !session.stack().notBuilt().isEmpty()) {
                throw new Refused("not ready: " + open + ", not built: "
                        + session.stack().notBuilt() + "; logs are in " + data.resolve("logs"));
            }
            ChaosStack stack = new ChaosStack(session);
            stack.prepare();
            return stack;
        } catch (RuntimeException | SQLException e) {
            session.close();
            throw e;
        }
    }

    /** Settings under which much is traded: the rules stay, their limits are wide. */
    private void prepare() throws SQLException {
        rows.update("UPDATE settings.symbols SET enabled = false WHERE symbol <> 'BTC'");
        rows.update("""
            UPDATE settings.auto_entry SET enabled = false, min_time_seconds = 0, max_time_seconds = 3600,
                min_probability_percent = 50, min_differential_cents = -99, allow_re_entry = true,
                spike_alert_enabled = false, require_ask_size = false, watchlist_min_volume = 0,
                watchlist_max_ask_cents = 98\
            """);
        rows.update("UPDATE settings.orders SET entry_slippage_cents = 5, close_slippage_cents = 3");
        rows.update("UPDATE settings.auto_stop SET enabled = true, stop_probability_percent = 45, min_ttc_seconds = 30,"
                + " momentum_spike_enabled = false");
        rows.update("""
            UPDATE settings.risk_limits SET max_contracts_per_order = 1000, max_contracts_per_market = 100000,
                max_contracts_per_event = 100000, max_exposure_dollars = 100000, max_open_trades = 1000,
                max_orders_per_minute = 1000, balance_reserve_dollars = 0, max_daily_loss_dollars = 1000000,
                max_weekly_loss_dollars = 1000000\
            """);
    }

    /** Whether somebody wants it to end, by Ctrl-C. */
    public boolean isEnding() {
        return session.isEndAsked();
    }

    /** The database as its administrator sees it. */
    Rows rows() {
        return rows;
    }

    /** Writes under the role of main-app. */
    OperatorDesk operatorDesk(String run) {
        return new OperatorDesk(rows, operator, this::businessNow, OPERATOR_PATIENCE, run);
    }

    SimulatorAdmin simulator() {
        return simulator;
    }

    SpeedyClock clock() {
        ClockAnchor clock = session.stack().note().clock();
        return new SpeedyClock(clock.business(), clock.system(), clock.speed());
    }

    Instant businessNow() {
        return session.stack().note().clock().businessAt(Instant.now());
    }

    SupervisedProcess postgres() {
        return process(Ports.POSTGRES);
    }

    /** The process that holds the service's lease, or its first one. */
    SupervisedProcess active(String service) {
        return process(activeName(service));
    }

    /** The process with that name. */
    SupervisedProcess process(String name) {
        return session.stack().find(name).orElseThrow(() -> new NoSuchElementException("process must run: " + name));
    }

    /** By name, {@code trade-executor-2} when the second holds the lease. */
    String activeName(String service) {
        String second = service + "-2";
        return DOUBLED.contains(service)
                        && holder(service)
                                .equals(String.valueOf(process(second).view().instance()))
                ? second
                : service;
    }

    /** The services of the stack and their standbys. */
    List<String> processNames() {
        return SHAPE.services().stream().map(ServiceSpec::name).toList();
    }

    DatabaseRelay relay(String name) {
        return session.stack().relay(name).orElseThrow();
    }

    private String holder(String service) {
        try {
            return rows.first(row -> row.getString(1), "SELECT holder FROM system.leases WHERE name = ?", service)
                    .orElse("");
        } catch (SQLException e) {
            return "";
        }
    }

    private static Connection operatorConnection(StackSession session) throws SQLException {
        DatabaseRole role = DatabaseRole.ofService(ServiceSpec.MAIN_APP);
        DatabasePreparation database = session.stack().database();
        return DriverManager.getConnection(database.server().jdbcUrl(), role.name(), database.passwordOf(role));
    }

    @Override
    public void close() {
        simulator.close();
        session.close();
    }
}
