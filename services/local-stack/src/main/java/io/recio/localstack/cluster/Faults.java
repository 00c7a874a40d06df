package io.recio.localstack.cluster;

import io.recio.localstack.cluster.Fault.Mend;
import io.recio.localstack.demo.DemoDatabase;
import io.recio.localstack.simulator.SimulatorAdmin;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The ways to break a release. */
final class Faults {

    private static final Duration DATABASE_OUTAGE = Duration.ofSeconds(60);

    /** Shorter than a kubelet takes to end a simulator that does not answer, for that would forget our account. */
    private static final Duration EXCHANGE_OUTAGE = Duration.ofSeconds(40);

    private static final String DATABASE = "postgresql";
    private static final String SIMULATOR = "exchange-simulator";
    private static final String PRICES_BTC = "symbol-price-watchdog-btc";
    private static final String PRICES_ETH = "symbol-price-watchdog-eth";
    private static final String COORDINATOR = "unified-production-coordinator";

    private final Cluster cluster;
    private final Forwards forwards;
    private final DemoDatabase database;
    private final NodeTool node;

    Faults(Cluster cluster, Forwards forwards, DemoDatabase database, NodeTool node) {
        this.cluster = cluster;
        this.forwards = forwards;
        this.database = database;
        this.node = node;
    }

    /**
     * Those the detector must heal first: it restarts only so many services in ten minutes.
     *
     * @param chosen whose pods are deleted and processes killed; empty: all
     */
    List<Fault> all(Set<String> chosen) {
        List<Fault> all =
                new ArrayList<>(List.of(silentFeed(), staleTable(), stuckCommit(), frozen("auto-entry-supervisor")));
        Set<String> services = new TreeSet<>(cluster.instances().keySet());
        services.removeAll(Set.of(DATABASE, SIMULATOR));
        if (!chosen.isEmpty()) {
            services.retainAll(chosen);
        }
        all.add(databaseAway());
        all.add(exchangeAway());
        services.forEach(service -> all.add(killed(service)));
        services.forEach(service -> all.add(deleted(service)));
        return all;
    }

    private Fault deleted(String service) {
        return new Fault("pod of " + service + " deleted", service, Set.of(), Set.of(service), () -> {
            cluster.deletePod(service);
            return Mend.NONE;
        });
    }

    private Fault killed(String service) {
        return new Fault("process of " + service + " killed (-9)", service, Set.of(), Set.of(service), () -> {
            node.signal("KILL", podOf(service));
            return Mend.NONE;
        });
    }

    /** SIGSTOP: it lives and does nothing. The detector is faster than the kubelet's probes. */
    private Fault frozen(String service) {
        return new Fault("process of " + service + " frozen", service, Set.of(service), Set.of(service), () -> {
            node.signal("STOP", podOf(service));
            return Mend.NONE;
        });
    }

    /** Coinbase stays connected and says nothing of BTC. */
    private Fault silentFeed() {
        return new Fault("feed of BTC silent", PRICES_BTC, Set.of(PRICES_BTC), Set.of(PRICES_BTC), () -> {
            admin(simulator -> simulator.arm(
                    "silent-feed", Map.of("scope", "coinbase-ws", "kind", "silence", "pattern", "BTC-USD")));
            return () -> admin(simulator -> simulator.disarm("silent-feed"));
        });
    }

    /** The coordinator runs, but no table is written. */
    private Fault staleTable() {
        return new Fault(
                "strike table stale",
                COORDINATOR,
                Set.of(COORDINATOR),
                Set.of(COORDINATOR),
                () -> locked("LOCK TABLE live_data.strike_table IN EXCLUSIVE MODE"));
    }

    /** The watchdog hears prices and cannot commit them. */
    private Fault stuckCommit() {
        return new Fault(
                "commits of ETH prices stuck",
                PRICES_ETH,
                Set.of(PRICES_ETH),
                Set.of(PRICES_ETH),
                () -> locked("SELECT symbol FROM live_data.latest_price WHERE symbol = 'ETH' FOR UPDATE"));
    }

    private Fault databaseAway() {
        return new Fault("PostgreSQL scaled away for 60 s", DATABASE, Set.of("database"), Set.of(DATABASE), () -> {
            cluster.scaleDatabase(0);
            Thread.sleep(DATABASE_OUTAGE);
            cluster.scaleDatabase(1);
            return Mend.NONE;
        });
    }

    private Fault exchangeAway() {
        return new Fault("both exchanges silent for 40 s", SIMULATOR, Set.of("coinbase", "kalshi"), Set.of(), () -> {
            node.signal("STOP", podOf(SIMULATOR));
            Thread.sleep(EXCHANGE_OUTAGE);
            node.signal("CONT", podOf(SIMULATOR));
            return Mend.NONE;
        });
    }

    /** Holds the lock until mended. */
    private Mend locked(String sql) throws Exception {
        Connection holder = database.connection();
        Statement statement = holder.createStatement();
        holder.setAutoCommit(false);
        statement.execute(sql);
        return holder::close;
    }

    private String podOf(String component) {
        return cluster.pod(component).getMetadata().getName();
    }

    private interface Order {
        void carryOut(SimulatorAdmin simulator);
    }

    private void admin(Order order) {
        try (SimulatorAdmin simulator = new SimulatorAdmin(forwards.port(SIMULATOR, ClusterTest.SIMULATOR_PORT))) {
            order.carryOut(simulator);
        }
    }
}
