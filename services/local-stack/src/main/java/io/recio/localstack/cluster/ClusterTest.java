package io.recio.localstack.cluster;

import io.recio.localstack.bench.ui.ScreenLogin;
import io.recio.localstack.chaos.run.OperatorDesk;
import io.recio.localstack.chaos.run.Rows;
import io.recio.localstack.cluster.ClusterOptions.Part;
import io.recio.localstack.demo.DemoDatabase;
import io.recio.localstack.demo.DemoRun;
import io.recio.localstack.directory.Home;
import io.recio.localstack.stack.ClockAnchor;
import io.recio.localstack.stack.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The chart on a real cluster, from nothing to nothing. */
public final class ClusterTest {

    static final int SIMULATOR_PORT = 8100;
    static final String SCREEN = "main-app";
    static final int SCREEN_PORT = 3000;

    private static final int DATABASE_PORT = 5432;
    private static final Duration READY_LIMIT = Duration.ofMinutes(12);

    /** The way through an API server may stall while everything starts anew. */
    private static final Duration DATABASE_PATIENCE = Duration.ofMinutes(5);

    /** So that a wish outlives the time in which nobody answers. */
    private static final Duration HAND_PATIENCE = Duration.ofSeconds(30);

    private static final String DATABASE = "postgresql";
    private static final String ADMIN_SECRET = "recio-database-admin";
    private static final String SCREEN_ROLE = "recio_main_app";
    private static final String SCREEN_SECRET = "recio-database-main-app";
    private static final String SIMULATOR = "exchange-simulator";

    private final ClusterOptions options;
    private final Progress out;
    private final InstantSource time;
    private final Path kubeconfig;
    private final String namespace;
    private final Path home = Home.find().root();

    public ClusterTest(ClusterOptions options, Progress out, InstantSource time) {
        this.options = options;
        this.out = out;
        this.time = time;
        this.kubeconfig = options.kubeconfigFile();
        this.namespace = "recio-test-" + Long.toString(time.instant().getEpochSecond(), Character.MAX_RADIX);
    }

    /** @return whether everything was as it should be; nothing of it is left on the cluster */
    public boolean run() throws Exception {
        try (Cluster cluster = new Cluster(kubeconfig, namespace);
                Forwards forwards = new Forwards(cluster)) {
            out.step("Kubernetes " + cluster.version() + ", namespace " + namespace);
            cluster.createNamespace(namespace, "restricted");
            Release release = new Release(home.resolve("k8s/laptop/values.yaml"), kubeconfig, namespace);
            Thread leave = new Thread(() -> clear(cluster, release));
            Runtime.getRuntime().addShutdownHook(leave);
            try {
                return test(cluster, forwards, release);
            } finally {
                Runtime.getRuntime().removeShutdownHook(leave);
                clear(cluster, release);
            }
        }
    }

    private boolean test(Cluster cluster, Forwards forwards, Release release) throws Exception {
        ClockAnchor clock = new ClockAnchor(
                time.instant().truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.MINUTES),
                time.instant().truncatedTo(ChronoUnit.SECONDS),
                options.speed());
        Edition now = new Edition(home.resolve("helm/recio"), values(clock));
        Edition before = options.before(now);
        DemoDatabase database = new DemoDatabase(
                () -> connection(cluster, forwards, cluster.secret(ADMIN_SECRET, "username"), ADMIN_SECRET),
                DATABASE_PATIENCE);
        Health health = new Health(cluster, database, time);

        out.step("helm install: " + release.install(options.beginsWithAnother() ? before : now));
        requireReady(health);
        if (!options.beginsWithAnother()) {
            check(release);
        }
        visit(cluster, forwards);
        try (ActiveWatch watch = new ActiveWatch(database, time)) {
            boolean good = !options.has(Part.OBJECTS) || new DryRun(home, cluster, out).isAccepted();
            DemoRun hours = new DemoRun(database, () -> forwards.port(SIMULATOR, SIMULATOR_PORT), clock, out, time);
            if (options.has(Part.DEMO)) {
                good &= hours.play();
            }
            if (options.has(Part.FAULTS)) {
                good &= faults(cluster, forwards, database, health);
            }
            if (options.has(Part.RELEASES)) {
                HandOrders orders = new HandOrders(
                        new OperatorDesk(
                                new Rows(database::connection),
                                new Rows(() -> connection(cluster, forwards, SCREEN_ROLE, SCREEN_SECRET)),
                                () -> clock.businessAt(time.instant()),
                                HAND_PATIENCE,
                                HandOrders.RUN),
                        database);
                Releases releases = new Releases(release, cluster, database, health, out, time);
                good &= releases.underLoad(
                        hours, orders, options.beginsWithAnother() ? List.of(now, before, now) : List.of(before, now));
                if (!"false".equals(now.values().get("postgresql.storage.persistent"))) {
                    good &= releases.reinstall(now);
                }
                check(release);
            }
            if (options.has(Part.INGRESS)) {
                good &= new IngressVisit(cluster, forwards, release, health, out).go(now);
            }
            out.step("Executors active beside the true one: " + watch.found());
            return good && watch.found().isEmpty();
        }
    }

    private static Connection connection(Cluster cluster, Forwards forwards, String user, String secret)
            throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + forwards.port(DATABASE, DATABASE_PORT) + "/recio?loginTimeout=10",
                user,
                cluster.secret(secret, "password"));
    }

    private Map<String, String> values(ClockAnchor clock) {
        Map<String, String> values = new HashMap<>(Map.of(
                "clock.businessAnchor", clock.business().toString(),
                "clock.systemAnchor", clock.system().toString(),
                "clock.speed", Integer.toString(clock.speed())));
        values.putAll(options.values());
        return values;
    }

    private void requireReady(Health health) throws InterruptedException {
        Instant began = time.instant();
        Set<String> open = health.await(READY_LIMIT);
        if (!open.isEmpty()) {
            throw new IllegalStateException("not everything came up: " + open);
        }
        out.step("Everything is ready after "
                + Duration.between(began, time.instant()).toSeconds() + " s");
    }

    /** Login and live feed through the API server. */
    private void visit(Cluster cluster, Forwards forwards) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            ScreenLogin login = ScreenLogin.of(
                    http,
                    URI.create("http://127.0.0.1:" + forwards.port(SCREEN, SCREEN_PORT)),
                    cluster.secret("recio-first-admin", "password"));
            out.step("Logged in with the generated password; the live feed says " + LiveFeed.firstPrice(http, login));
        }
    }

    private void check(Release release) {
        release.check();
        out.step("helm test: every service gives results, the page answers");
    }

    private boolean faults(Cluster cluster, Forwards forwards, DemoDatabase database, Health health) throws Exception {
        String image =
                cluster.pod(DATABASE).getSpec().getContainers().getFirst().getImage();
        String node = cluster.pod(DATABASE).getSpec().getNodeName();
        String version = cluster.version();
        try (NodeTool tool = new NodeTool(cluster, image, node)) {
            List<Outcome> outcomes = new FaultRun(cluster, database, health, out, time)
                    .strike(
                            new Faults(cluster, forwards, database, tool)
                                    .all(options.services()).stream()
                                            .filter(options::isChosen)
                                            .toList(),
                            known -> write(FaultTable.of(known, options.command(), version)));
            return outcomes.stream().allMatch(Outcome::isGood);
        }
    }

    private void write(String page) {
        Path report = options.report();
        if (report != null) {
            try {
                Files.writeString(report, page);
            } catch (IOException e) {
                throw new UncheckedIOException("report cannot be written: " + report, e);
            }
        }
    }

    private void clear(Cluster cluster, Release release) {
        out.step("Taking everything away");
        release.uninstall();
        cluster.deleteNamespace(namespace);
    }
}
