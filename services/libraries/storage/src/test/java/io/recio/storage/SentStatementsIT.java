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

/** What becomes of statements nobody waited for. */
class SentStatementsIT {

    private static final String ROW = "INSERT INTO trading.risk_state (account, mode) VALUES ($1, $2)";

    private final TestDatabase server = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private Pool pool;
    private Database database;

    @BeforeEach
    void connect() {
        pool = PgBuilder.pool()
                .using(vertx)
                .with(new PoolOptions().setMaxSize(3))
                .connectingTo(PgConnectOptions.fromUri(server.url())
                        .setUser("recio_trade_manager")
                        .setPassword(TestDatabase.PASSWORD)
                        .setPipeliningLimit(16))
                .build();
        database = new Database(pool, Duration.ofSeconds(5));
    }

    @AfterEach
    void disconnect() {
        pool.close();
        vertx.close();
    }

    @Test
    void areCommittedWithTheRest() {
        database.transaction(statements -> {
            statements.send(ROW, "a", "simulated");
            statements.send(ROW, "b", "simulated");
            return null;
        });

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void undoTheTransactionWhenTheyFail() {
        assertThatThrownBy(() -> database.transaction(statements -> {
                    statements.send(ROW, "a", "simulated");
                    statements.send(ROW, "a", "simulated");
                    return null;
                }))
                .isInstanceOf(ConstraintViolated.class);
        assertThat(rows()).isZero();
    }

    @Test
    void areBlamedWhenALaterStatementIsRefusedBecauseOfThem() {
        assertThatThrownBy(() -> database.transaction(statements -> {
                    statements.send(ROW, "a", "simulated");
                    statements.send(ROW, "a", "simulated");
                    return statements.query("SELECT 1");
                }))
                .isInstanceOf(ConstraintViolated.class);
        assertThat(rows()).isZero();
    }

    @Test
    void writeNothingForAStaleHolder() {
        LeaseStore leases = new LeaseStore(database, Duration.ofSeconds(30));
        Fence first = leases.take("trade-manager", "a").orElseThrow();
        leases.release(first);
        leases.take("trade-manager", "b").orElseThrow();

        assertThatThrownBy(() -> database.fenced(first, statements -> {
                    statements.send(ROW, "a", "simulated");
                    statements.send(ROW, "a", "simulated");
                    return null;
                }))
                .isInstanceOf(LeaseLost.class);
        assertThat(rows()).isZero();
    }

    private int rows() {
        return database.query("SELECT 1 FROM trading.risk_state").size();
    }
}
