package io.recio.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.recio.fixtures.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server we are connected to is no primary any more. */
class ReadOnlyServerIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 3;
    private static final String ROW =
            "INSERT INTO trading.risk_state (account, mode) VALUES (gen_random_uuid(), 'simulated')";

    private final TestDatabase server = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private Pool pool;
    private Database database;

    @BeforeEach
    void connect() {
        pool = PgBuilder.pool()
                .using(vertx)
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(PgConnectOptions.fromUri(server.url())
                        .setUser("recio_trade_manager")
                        .setPassword(TestDatabase.PASSWORD))
                .build();
        database = new Database(pool, Duration.ofSeconds(5));
    }

    @AfterEach
    void disconnect() {
        pool.close();
        vertx.close();
    }

    @Test
    void isCalledAway() {
        server.letOnlyRead();

        assertThatThrownBy(() -> database.update(ROW))
                .isExactlyInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("read-only transaction");
        assertThatThrownBy(() -> database.transaction(statements -> statements.update(ROW)))
                .isExactlyInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(() -> database.transaction(statements -> {
                    statements.send(ROW);
                    return null;
                }))
                .isExactlyInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void isLeftForThePrimaryThoughNobodyCutsTheConnection() {
        server.letOnlyRead();
        assertThatThrownBy(() -> database.update(ROW)).isExactlyInstanceOf(DatabaseUnavailable.class);
        server.letWrite();

        await().atMost(SOON).ignoreException(DatabaseUnavailable.class).until(() -> database.update(ROW) == 1);
        int written = database.transaction(statements -> statements.update(ROW));
        assertThat(written).isEqualTo(1);
    }

    @Test
    void losesNoSessionThatMayWrite() {
        String before = backend();
        assertThatThrownBy(() -> database.transaction(statements -> {
                    statements.update("SET TRANSACTION READ ONLY");
                    return statements.update(ROW);
                }))
                .isExactlyInstanceOf(DatabaseUnavailable.class);

        assertThat(database.update(ROW)).isEqualTo(1);
        assertThat(backend()).isEqualTo(before);
    }

    private String backend() {
        return database.first("SELECT pg_backend_pid()::text").orElseThrow().getString(0);
    }
}
