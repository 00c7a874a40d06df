package io.recio.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.fixtures.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection that comes after nobody waits for it any more goes back to the pool. */
class LateConnectionIT {

    private final TestDatabase server = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private Pool pool;

    @BeforeEach
    void connect() {
        pool = PgBuilder.pool()
                .using(vertx)
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(PgConnectOptions.fromUri(server.url())
                        .setUser("recio_trade_manager")
                        .setPassword(TestDatabase.PASSWORD))
                .build();
    }

    @AfterEach
    void disconnect() {
        pool.close();
        vertx.close();
    }

    @Test
    void isNotKeptByWhoGaveUpWaiting() {
        Database impatient = new Database(pool, Duration.ofMillis(100));
        SqlConnection busy =
                pool.getConnection().toCompletionStage().toCompletableFuture().join();

        assertThatThrownBy(() -> impatient.transaction(statements -> statements.query("SELECT 1")))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(impatient::together).isInstanceOf(DatabaseUnavailable.class);
        busy.close();

        Database patient = new Database(pool, Duration.ofSeconds(5));
        int one = patient.transaction(
                statements -> statements.first("SELECT 1 AS one").orElseThrow().getInteger("one"));
        assertThat(one).isEqualTo(1);
    }
}
