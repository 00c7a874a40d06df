package io.recio.storage.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.fixtures.TestDatabase;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.LeaseLost;
import io.recio.storage.lease.LeaseStore;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineageIT {

    private final TestDatabase server = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final List<Pool> pools = new ArrayList<>();

    @AfterEach
    void disconnect() {
        pools.forEach(Pool::close);
        vertx.close();
    }

    @Test
    void changesNothingWhileTheServerIsTheSame() {
        Database first = connect();
        Fence fence = new LeaseStore(first, Duration.ofSeconds(30))
                .take("trade-executor", "a")
                .orElseThrow();
        halt("RECONCILIATION: cash");
        connect().query("SELECT 1");

        assertThat(value(first, "SELECT count(*)::text FROM system.alerts")).isEqualTo("0");
        assertThat(value(first, "SELECT epoch::text FROM system.leases")).isEqualTo("1");
        assertThat(first.<Integer>fenced(fence, statements -> statements.update("SELECT 1")))
                .isEqualTo(1);
    }

    @Test
    void voidsLeasesAndHaltsEntriesOnceWhenAStandbyHasBecomeThePrimary() {
        Database first = connect();
        Fence fence = new LeaseStore(first, Duration.ofSeconds(30))
                .take("trade-executor", "a")
                .orElseThrow();
        halt(null);
        server.execute("UPDATE system.lineage SET timeline = timeline - 1");

        List<CompletableFuture<Void>> many = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Database another = connect();
            many.add(CompletableFuture.runAsync(() -> another.query("SELECT 1")));
        }
        many.forEach(CompletableFuture::join);

        assertThat(value(first, "SELECT epoch::text || ' ' || holder FROM system.leases"))
                .isEqualTo("1001 lineage");
        assertThatThrownBy(() -> first.fenced(fence, statements -> statements.update("SELECT 1")))
                .isInstanceOf(LeaseLost.class);
        assertThat(value(first, "SELECT string_agg(severity || ' ' || code, ',') FROM system.alerts"))
                .isEqualTo("critical DATABASE_CHANGED");
        assertThat(value(first, "SELECT entries_halted || ' ' || halt_reason FROM trading.risk_state"))
                .startsWith("true DATABASE_CHANGED: another server or timeline answers");
        assertThat(new LeaseStore(first, Duration.ofSeconds(30))
                        .take("trade-executor", "b")
                        .orElseThrow()
                        .epoch())
                .isEqualTo(1002);
    }

    @Test
    void noticesACopyOnAnotherServerAndKeepsTheReasonOfARestore() {
        Database first = connect();
        first.query("SELECT 1");
        halt("RESTORED: the database was restored from a backup");
        server.execute("UPDATE system.lineage SET system_identifier = 7");
        connect().query("SELECT 1");

        assertThat(value(first, "SELECT facts ->> 'systemIdentifierBefore' FROM system.alerts"))
                .isEqualTo("7");
        assertThat(value(first, "SELECT halt_reason FROM trading.risk_state")).startsWith("RESTORED");
    }

    @Test
    void servesASchemaThatDoesNotKnowTheQuestionYet() {
        server.execute("DROP FUNCTION system.check_lineage()");

        assertThat(value(connect(), "SELECT 'served'")).isEqualTo("served");
    }

    @Test
    void servesWhereTheServerMayNotBeAsked() {
        server.execute("REVOKE EXECUTE ON FUNCTION system.check_lineage() FROM recio_trade_manager");

        assertThat(value(connect(), "SELECT 'served'")).isEqualTo("served");
    }

    @Test
    void usesNoConnectionWhoseServerCannotSayWhoItIs() {
        server.execute("DROP TABLE system.lineage");
        Database database = connect();

        assertThatThrownBy(() -> database.query("SELECT 1")).hasMessageContaining("database");
    }

    private void halt(String reason) {
        server.execute("INSERT INTO trading.risk_state (account, mode, entries_halted, halt_reason)"
                + " VALUES ('simulated', 'simulated', "
                + (reason == null ? "false, NULL)" : "true, '" + reason + "')"));
    }

    private Database connect() {
        Pool pool = PgBuilder.pool()
                .using(vertx)
                .with(new PoolOptions().setMaxSize(2))
                .withConnectHandler(Lineage::check)
                .connectingTo(PgConnectOptions.fromUri(server.url())
                        .setUser("recio_trade_manager")
                        .setPassword(TestDatabase.PASSWORD))
                .build();
        pools.add(pool);
        return new Database(pool, Duration.ofSeconds(5));
    }

    private static String value(Database database, String sql) {
        return database.query(sql).iterator().next().getString(0);
    }
}
