package io.recio.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.fixtures.TestDatabase;
import io.recio.storage.lease.LeaseStore;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseStoreIT {

    private final TestDatabase server = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private Pool pool;
    private Database database;
    private LeaseStore leases;

    @BeforeEach
    void connect() {
        pool = PgBuilder.pool()
                .using(vertx)
                .with(new PoolOptions().setMaxSize(3))
                .connectingTo(PgConnectOptions.fromUri(server.url())
                        .setUser("recio_trade_manager")
                        .setPassword(TestDatabase.PASSWORD))
                .build();
        database = new Database(pool, Duration.ofSeconds(5));
        leases = new LeaseStore(database, Duration.ofSeconds(30));
    }

    @AfterEach
    void disconnect() {
        pool.close();
        vertx.close();
    }

    @Test
    void givesTheLeaseToOneHolderAndRaisesTheEpochAtEachTakeover() {
        Fence first = leases.take("trade-manager", "a").orElseThrow();
        assertThat(first.epoch()).isEqualTo(1);
        assertThat(leases.take("trade-manager", "b")).isEmpty();
        leases.release(first);
        assertThat(leases.take("trade-manager", "b").orElseThrow().epoch()).isEqualTo(2);
        assertThat(leases.renew(first)).isFalse();
    }

    @Test
    void refusesToWriteForAStaleHolder() {
        Fence first = leases.take("trade-manager", "a").orElseThrow();
        leases.release(first);
        leases.take("trade-manager", "b").orElseThrow();

        assertThatThrownBy(() -> database.fenced(
                        first,
                        statements -> statements.update(
                                "INSERT INTO trading.risk_state (account, mode) VALUES ('simulated', 'simulated')")))
                .isInstanceOf(LeaseLost.class)
                .hasMessageContaining("trade-manager");
        assertThat(database.query("SELECT 1 FROM trading.risk_state").size()).isZero();
    }

    @Test
    void rollsBackWhatAFailedTransactionWrote() {
        assertThatThrownBy(() -> database.transaction(statements -> {
                    statements.update("INSERT INTO trading.risk_state (account, mode) VALUES ('a', 'simulated')");
                    throw new IllegalStateException("broken on purpose");
                }))
                .hasMessage("broken on purpose");
        assertThat(database.query("SELECT 1 FROM trading.risk_state").size()).isZero();
    }

    @Test
    void namesTheConstraintThatRefusedARow() {
        database.update("INSERT INTO trading.risk_state (account, mode) VALUES ('a', 'simulated')");
        assertThatThrownBy(() ->
                        database.update("INSERT INTO trading.risk_state (account, mode) VALUES ('a', 'simulated')"))
                .isInstanceOfSatisfying(ConstraintViolated.class, e -> assertThat(e.constraint())
                        .isEqualTo("risk_state_pkey"));
    }
}
