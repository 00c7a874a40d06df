package io.recio.localstack.cluster;

import io.recio.localstack.demo.DemoDatabase;
import io.recio.localstack.demo.DemoRun;
import io.recio.localstack.stack.Progress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a release goes through: upgrade and back while hours are traded, and a new beginning on the data the last one left. Going
 * back is an upgrade to what was before, which renders what a rollback brings back.
 */
final class Releases {

    static final Duration LIMIT = Duration.ofMinutes(12);

    /** How long images that do not exist are waited for. */
    private static final Duration REFUSAL = Duration.ofMinutes(1);

    private static final String RECORDS = """
            SELECT (SELECT count(*) FROM trading.order_intents) || ' orders, '
                || (SELECT count(*) FROM account.fills) || ' fills, '
                || (SELECT count(*) FROM trading.trades WHERE status = 'closed') || ' closed trades, PnL '
                || (SELECT coalesce(sum(pnl), 0) FROM trading.trades WHERE status = 'closed')""";

    private static final String SCHEMA =
            "SELECT max(version) FROM recio_migrations.flyway_schema_history WHERE success AND version IS NOT NULL";

    private final Release release;
    private final Cluster cluster;
    private final DemoDatabase database;
    private final Health health;
    private final Progress out;
    private final InstantSource time;

    Releases(Release release, Cluster cluster, DemoDatabase database, Health health, Progress out, InstantSource time) {
        this.release = release;
        this.cluster = cluster;
        this.database = database;
        this.health = health;
        this.out = out;
        this.time = time;
    }

    /**
     * Rolls through the editions while hours are traded, by the machine and by hand, and only then lets trading rest.
     *
     * @return whether everything came up each time, and the books agree at the end
     */
    boolean underLoad(DemoRun hours, HandOrders orders, List<Edition> editions)
            throws InterruptedException, SQLException {
        AtomicBoolean rolled = new AtomicBoolean();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> trading = beside.submit(() -> hours.playBeside(over::get));
            Future<?> byHand = beside.submit(() -> {
                orders.place(rolled::get);
                return null;
            });
            boolean good = true;
            try {
                good = health.within(LIMIT, () -> byHand.isDone() || isTrading());
                if (byHand.isDone()) {
                    byHand.get();
                }
                for (Edition edition : editions) {
                    good &= roll(edition);
                }
                // The second finds what the first has left.
                good &= refuse(editions.getLast()) && refuse(editions.getLast());
                rolled.set(true);
                byHand.get();
                good &= health.within(LIMIT, orders::areEnded);
                out.step(orders.summary());
            } finally {
                rolled.set(true);
                over.set(true);
            }
            return trading.get() && good;
        } catch (ExecutionException e) {
            throw new IllegalStateException("trading must go on during upgrades: " + e.getCause(), e.getCause());
        }
    }

    /** With trading at rest, so that the records can be compared. */
    boolean reinstall(Edition edition) throws SQLException, InterruptedException {
        String records = records();
        String password = password();
        release.uninstall();
        health.within(LIMIT, () -> cluster.instances().isEmpty());
        out.step("helm uninstall, then install: " + release.install(edition));
        boolean good = isReady();
        String now = records();
        out.step("Records on the kept data: " + now + (now.equals(records) ? "" : ", WERE " + records));
        boolean kept = password().equals(password);
        out.step("The first admin's password " + (kept ? "is the same" : "IS ANOTHER"));
        return good && kept && now.equals(records);
    }

    private boolean roll(Edition edition) throws InterruptedException, SQLException {
        String password = password();
        Map<String, Instance> before = cluster.instances();
        out.step("helm upgrade: revision " + release.upgrade(edition) + " "
                + edition.values().getOrDefault("image.tag", ""));
        Instance old = before.get("trade-executor");
        health.within(LIMIT, () -> {
            Instance now = cluster.instances().get("trade-executor");
            return now != null && old != null && !now.isSameLifeAs(old);
        });
        boolean good = isReady();
        out.step("Schema version "
                + database.list(row -> row.getString(1), SCHEMA).getFirst() + "; " + records());
        return good && password().equals(password);
    }

    /** An upgrade to images that nobody ever built: Helm goes back, and nobody who runs notices. */
    private boolean refuse(Edition edition) {
        Map<String, String> values = new HashMap<>(edition.values());
        values.put("image.tag", "never-built");
        Map<String, Instance> before = cluster.instances();
        String said = release.upgradeOrBack(new Edition(edition.chart(), values), REFUSAL)
                .orElse("it went through");
        Map<String, Instance> after = cluster.instances();
        boolean untouched = before.entrySet().stream().allMatch(each -> {
            Instance now = after.get(each.getKey());
            return now != null && now.isSameLifeAs(each.getValue());
        });
        boolean back = said.contains("has been rolled back");
        out.step("Upgrade to images that do not exist: "
                + (back ? "rolled back" : "NOT ROLLED BACK: " + said)
                + (untouched ? ", nobody was restarted" : ", SOMEBODY WAS RESTARTED"));
        return back && untouched;
    }

    private boolean isTrading() {
        try {
            return database.count("account.fills") > 0;
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean isReady() throws InterruptedException {
        Instant began = time.instant();
        Set<String> open = health.await(LIMIT);
        out.step(
                open.isEmpty()
                        ? "Everything is ready after "
                                + Duration.between(began, time.instant()).toSeconds() + " s"
                        : "NOT READY: " + open);
        return open.isEmpty();
    }

    private String password() {
        return cluster.secret("recio-first-admin", "password");
    }

    private String records() throws SQLException {
        return database.list(row -> row.getString(1), RECORDS).getFirst();
    }
}
