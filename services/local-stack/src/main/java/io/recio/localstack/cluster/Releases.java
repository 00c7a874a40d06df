package io.recio.localstack.cluster;

import io.recio.localstack.demo.DemoDatabase;
import io.recio.localstack.stack.Progress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Upgrade, back again, uninstall and reinstall: what was traded stays, and what was generated stays. */
final class Releases {

    private static final Duration LIMIT = Duration.ofMinutes(12);

    private static final String RECORDS = """
            SELECT (SELECT count(*) FROM trading.order_intents) || ' orders, '
                || (SELECT count(*) FROM account.fills) || ' fills, '
                || (SELECT count(*) FROM trading.trades WHERE status = 'closed') || ' closed trades, PnL '
                || (SELECT coalesce(sum(pnl), 0) FROM trading.trades WHERE status = 'closed')""";

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

    /** With trading at rest, so that the records can be compared. */
    boolean play(Map<String, String> values) throws SQLException, InterruptedException {
        String records = records();
        String password = cluster.secret("recio-first-admin", "password");
        Map<String, Instance> before = cluster.instances();

        Map<String, String> changed = new HashMap<>(values);
        changed.put("services.trade-executor.env.QUARKUS_LOG_LEVEL", "DEBUG");
        out.step("helm upgrade: revision " + release.upgrade(changed));
        boolean good = awaitRoll(before);
        out.step("helm upgrade to the values before: revision " + release.upgrade(values));
        good &= awaitRoll(cluster.instances());
        good &= same("after upgrade and back", records);

        if (!"false".equals(values.get("postgresql.storage.persistent"))) {
            release.uninstall();
            health.within(LIMIT, () -> cluster.instances().isEmpty());
            out.step("helm uninstall, then install: " + release.install(values));
            good &= isReady();
            good &= same("after reinstalling on the kept data", records);
        }
        boolean kept = cluster.secret("recio-first-admin", "password").equals(password);
        out.step("The first admin's password " + (kept ? "is the same" : "IS ANOTHER"));
        return good && kept;
    }

    private boolean awaitRoll(Map<String, Instance> before) throws InterruptedException {
        Instance old = before.get("trade-executor");
        health.within(LIMIT, () -> {
            Instance now = cluster.instances().get("trade-executor");
            return now != null && old != null && !now.isSameLifeAs(old);
        });
        return isReady();
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

    private boolean same(String when, String before) throws SQLException {
        String now = records();
        out.step("Records " + when + ": " + now + (now.equals(before) ? "" : ", WERE " + before));
        return now.equals(before);
    }

    private String records() throws SQLException {
        return database.list(row -> row.getString(1), RECORDS).getFirst();
    }
}
