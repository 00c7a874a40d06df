package io.recio.localstack.drill;

import io.recio.localstack.control.StackSession;
import io.recio.localstack.demo.DemoDatabase;
import io.recio.localstack.drill.Blow.Damage;
import io.recio.localstack.drill.Blow.Healer;
import io.recio.localstack.process.SupervisedProcess;
import io.recio.localstack.simulator.SimulatorAdmin;
import io.recio.localstack.stack.Ports;
import io.recio.localstack.stack.ServiceSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** The ways to break a stack. */
final class Blows {

    private static final Duration DATABASE_OUTAGE = Duration.ofSeconds(30);
    private static final String PRICES_BTC = "symbol-price-watchdog-btc";
    private static final String PRICES_ETH = "symbol-price-watchdog-eth";
    private static final String COORDINATOR = "unified-production-coordinator";

    private final StackSession session;
    private final DemoDatabase database;
    private final SimulatorAdmin simulator;

    Blows(StackSession session) {
        this.session = session;
        this.database = DemoDatabase.of(session);
        this.simulator = new SimulatorAdmin(session.stack().note().ports().of(ServiceSpec.SIMULATOR.name()));
    }

    /** SIGKILL. */
    Blow kill(String service) {
        return new Blow("kill", service, Healer.SUPERVISION, signal(service, SupervisedProcess::kill));
    }

    /** SIGSTOP: it lives and does nothing. */
    Blow freeze(String service) {
        Healer healer = service.equals(ServiceSpec.DETECTOR) ? Healer.SUPERVISION : Healer.DETECTOR;
        return new Blow("freeze", service, healer, signal(service, SupervisedProcess::freeze));
    }

    /** Coinbase stays connected and says nothing of BTC. */
    Blow silentFeed() {
        return new Blow("silent feed", PRICES_BTC, Healer.DETECTOR, () -> {
            simulator.arm("drill-silent-feed", Map.of("scope", "coinbase-ws", "kind", "silence", "pattern", "BTC-USD"));
            return () -> simulator.disarm("drill-silent-feed");
        });
    }

    /** The coordinator runs, but no table is written. */
    Blow staleTable() {
        return new Blow(
                "stale table",
                COORDINATOR,
                Healer.DETECTOR,
                locked("LOCK TABLE live_data.strike_table IN EXCLUSIVE MODE"));
    }

    /** The watchdog hears prices and cannot commit them. */
    Blow stuckCommit() {
        return new Blow(
                "stuck commit",
                PRICES_ETH,
                Healer.DETECTOR,
                locked("SELECT symbol FROM live_data.latest_price WHERE symbol = 'ETH' FOR UPDATE"));
    }

    /** PostgreSQL is stopped for half a minute. */
    Blow databaseOutage() {
        return new Blow("30 s without", Ports.POSTGRES, Healer.ITSELF, () -> {
            SupervisedProcess server = process(Ports.POSTGRES);
            server.stop().join();
            Thread.sleep(DATABASE_OUTAGE);
            server.start();
            return Damage.NONE;
        });
    }

    /** PostgreSQL is killed, recovers from its log and is back in seconds. */
    Blow killDatabase() {
        return new Blow("kill", Ports.POSTGRES, Healer.SUPERVISION, signal(Ports.POSTGRES, SupervisedProcess::kill));
    }

    private Blow.Strike signal(String service, Consumer<SupervisedProcess> signal) {
        return () -> {
            signal.accept(process(service));
            return Damage.NONE;
        };
    }

    /** Holds the lock until mended. */
    private Blow.Strike locked(String sql) {
        return () -> {
            Connection holder = database.connection();
            try (Statement statement = holder.createStatement()) {
                holder.setAutoCommit(false);
                statement.execute(sql);
                return holder::close;
            } catch (SQLException e) {
                holder.close();
                throw e;
            }
        };
    }

    private SupervisedProcess process(String name) {
        return session.stack().find(name).orElseThrow();
    }
}
