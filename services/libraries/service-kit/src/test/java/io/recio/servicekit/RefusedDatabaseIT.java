package io.recio.servicekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.recio.domain.time.SystemClock;
import io.recio.fixtures.LogLines;
import io.recio.fixtures.TestCertificates;
import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TransactionPooler;
import io.recio.storage.Database;
import io.recio.storage.access.DatabaseAccess;
import io.recio.storage.lease.LeaseStore;
import io.recio.storage.system.SchemaVersion;
import io.recio.storage.system.SystemStore;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service that may not or cannot use its database: one clear line, and not ready. */
class RefusedDatabaseIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LONG_ENOUGH_TO_TRY_AGAIN = Duration.ofSeconds(2);
    private static final String ROLE = "recio_system_monitor";
    private static final TestCertificates OURS = TestCertificates.of("Our authority", "dns:localhost");
    private static final TestDatabase SERVER = TestDatabase.encrypted(OURS);
    private static final Vertx VERTX = Vertx.vertx();

    private final InstantSource time = InstantSource.system();
    private final SystemClock clock = SystemClock.of(time);
    private final FunctionalHealth health = new FunctionalHealth(clock, new SimpleMeterRegistry());

    /**
     * Netty complains of clients of earlier tests when they are collected after their event loop, and Vert.x of their pools
     * when those are closed before the time for a connection is up.
     */
    @RegisterExtension
    final LogLines log = LogLines.warnings("io.netty.util.concurrent", "io.vertx.core.impl.ContextImpl");

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void isTheOneOfAnotherAuthority() throws InterruptedException {
        Path others = TestCertificates.of("Another authority", "dns:localhost").authority();
        DatabaseAccess access = access(SERVER.url().replace("127.0.0.1", "localhost") + "?sslmode=verify-full", others);
        staysNotReady(
                access,
                access,
                "Database away, retrying reason=database cannot be reached: server's certificate must be signed by an"
                        + " authority of " + others + ", was issued by CN=Our authority"
                        + " (unable to find valid certification path to requested target)");
    }

    @Test
    void isTheOneOfAnotherName() throws InterruptedException {
        DatabaseAccess access = access(SERVER.url() + "?sslmode=verify-full", OURS.authority());
        staysNotReady(
                access,
                access,
                "Database away, retrying reason=database cannot be reached: server's certificate must be for host"
                        + " 127.0.0.1, was for [localhost]");
    }

    @Test
    void isTheOneBehindATransactionPooler() throws InterruptedException {
        try (TransactionPooler pooler = new TransactionPooler(SERVER.url())) {
            staysNotReady(
                    access(SERVER.url(), OURS.authority()),
                    access(pooler.url(), OURS.authority()),
                    "Database away, retrying reason=LISTEN needs a direct connection: a notification was sent and not"
                            + " heard within 3 s; 127.0.0.1:" + pooler.port() + " looks like a transaction pooler");
        }
    }

    @Test
    void isOneThatMayForgetWhatLiveTradesCommitted() throws InterruptedException {
        TestDatabase forgetful = TestDatabase.fresh();
        forgetful.execute("UPDATE system.installation SET mode = 'live', account = 'ours'");
        DatabaseAccess access = access(forgetful.url(), OURS.authority());
        staysNotReady(
                config(Map.of("recio.mode", "live", "recio.account", "ours")),
                access,
                access,
                "Database away, retrying reason=live mode needs a database that keeps what it commits: fsync must be on,"
                        + " was off; synchronous_commit must be on, was off");
    }

    /** As long as the release before is the newest that has migrated. */
    @Test
    void isTheOneWhoseMigrationIsStillToCome() throws InterruptedException {
        TestDatabase older = TestDatabase.fresh();
        older.execute(
                "DELETE FROM recio_migrations.flyway_schema_history"
                        + " WHERE version::integer = (SELECT max(version::integer) FROM recio_migrations.flyway_schema_history)");
        DatabaseAccess access = access(older.url(), OURS.authority());
        staysNotReady(
                access,
                access,
                "Database away, retrying reason=schema must have version " + SchemaVersion.NEEDED + ", has "
                        + (SchemaVersion.NEEDED - 1) + ": waiting for its migration");
    }

    @Test
    void isTheOneWithoutASchemaThatTellsItsVersion() throws InterruptedException {
        TestDatabase oldest = TestDatabase.fresh();
        oldest.execute("DROP FUNCTION system.schema_version()");
        DatabaseAccess access = access(oldest.url(), OURS.authority());
        staysNotReady(
                access,
                access,
                "Database away, retrying reason=schema must have version " + SchemaVersion.NEEDED
                        + ", has none: waiting for its migration");
    }

    private void staysNotReady(DatabaseAccess pooled, DatabaseAccess listening, String line)
            throws InterruptedException {
        staysNotReady(config(Map.of()), pooled, listening, line);
    }

    private void staysNotReady(ServiceConfig config, DatabaseAccess pooled, DatabaseAccess listening, String line)
            throws InterruptedException {
        ServiceIdentity identity = new ServiceIdentity(config, time, "1", 0, "127.0.0.1");
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(pooled.options())
                .using(VERTX)
                .build();
        Database database = new Database(pool, Duration.ofSeconds(5));
        DeskRunner runner = new DeskRunner(
                new RecordingDesk(),
                config,
                identity,
                new LeaseStore(database, Duration.ofSeconds(2)),
                new SystemStore(database),
                new Clocks(),
                clock,
                health,
                listening,
                VERTX);
        FunctionalReadiness readiness = new FunctionalReadiness(runner, health, identity);
        runner.start(new StartupEvent());
        try {
            await().atMost(SOON).until(() -> !log.lines().isEmpty());
            await().during(LONG_ENOUGH_TO_TRY_AGAIN)
                    .atMost(SOON)
                    .until(() -> readiness.call().getStatus() == HealthCheckResponse.Status.DOWN);
        } finally {
            runner.stop(new ShutdownEvent());
            pool.close().toCompletionStage().toCompletableFuture().join();
        }
        assertThat(log.lines()).containsExactly(line);
        assertThat(log.thrown()).isEmpty();
    }

    private static DatabaseAccess access(String url, Path authorities) {
        return new DatabaseAccess(url, ROLE, TestDatabase.PASSWORD, Optional.of(authorities));
    }

    private static ServiceConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(Map.of("recio.service.name", "system-monitor", "recio.database.role", ROLE));
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ServiceConfig.class)
                .withDefaultValues(all)
                .build()
                .getConfigMapping(ServiceConfig.class);
    }
}
