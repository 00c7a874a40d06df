package io.recio.storage.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.fixtures.TestCertificates;
import io.recio.fixtures.TestDatabase;
import io.recio.storage.Channels;
import io.recio.storage.Database;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.Notifications;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pool and listening connection at a server whose certificate is for {@code localhost}, not for 127.0.0.1. */
class ServerTrustIT {

    private static final TestCertificates OURS = TestCertificates.of("Our authority", "dns:localhost");
    private static final TestCertificates OTHERS = TestCertificates.of("Another authority", "dns:localhost");
    private static final TestDatabase SERVER = TestDatabase.encrypted(OURS);
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    private Path directory;

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void isGivenToAServerOfOurAuthorityAndTheHostWeCalled() {
        assertThat(encrypted(access("localhost", "verify-full", OURS.authority())))
                .isTrue();
    }

    @Test
    void isRefusedToAServerOfAnotherAuthority() {
        refuses(
                access("localhost", "verify-full", OTHERS.authority()),
                "server's certificate must be signed by an authority of " + OTHERS.authority()
                        + ", was issued by CN=Our authority");
        refuses(
                access("localhost", "verify-ca", OTHERS.authority()),
                "server's certificate must be signed by an authority of " + OTHERS.authority()
                        + ", was issued by CN=Our authority");
    }

    @Test
    void isRefusedToAServerOfAnotherName() {
        refuses(
                access("127.0.0.1", "verify-full", OURS.authority()),
                "server's certificate must be for host 127.0.0.1, was for [localhost]");
    }

    @Test
    void isGivenToAServerOfAnotherNameWhenOnlyTheSignatureIsAskedFor() {
        assertThat(encrypted(access("127.0.0.1", "verify-ca", OURS.authority())))
                .isTrue();
    }

    @Test
    void isRefusedWithoutAFileOfAuthoritiesThatKnowOurs() {
        refuses(
                new DatabaseAccess(
                        url("localhost", "verify-full"),
                        "recio_trade_manager",
                        TestDatabase.PASSWORD,
                        Optional.empty()),
                "server's certificate must be signed by an authority of this Java's own list");
    }

    @Test
    void followsTheFile() throws IOException {
        Path file = Files.copy(OTHERS.authority(), directory.resolve("ca.crt"));
        DatabaseAccess access = access("localhost", "verify-full", file);
        refuses(access, "was issued by CN=Our authority");
        Files.copy(OURS.authority(), file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(encrypted(access)).isTrue();
    }

    @Test
    void needsAFileThatHoldsCertificates() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.crt"));
        assertThatThrownBy(() -> access("localhost", "verify-full", empty).options())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("authorities must be certificates in " + empty);
        assertThatThrownBy(() -> access("localhost", "verify-full", directory.resolve("none.crt"))
                        .options())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none.crt, could not be read");
    }

    /** Both connections say so, and in one line. */
    private static void refuses(DatabaseAccess access, String reason) {
        assertThatThrownBy(() -> encrypted(access))
                .isExactlyInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
        try (Notifications notifications =
                new Notifications(VERTX, access.options(), List.of(Channels.SETTINGS), (channel, payload) -> {})) {
            assertThatThrownBy(notifications::start)
                    .isExactlyInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("database cannot be listened to: ")
                    .hasMessageContaining(reason);
        }
    }

    /** Whether the server sees this connection and the listening one encrypted. */
    private static boolean encrypted(DatabaseAccess access) {
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(access.options())
                .using(VERTX)
                .build();
        try (Notifications notifications =
                new Notifications(VERTX, access.options(), List.of(Channels.SETTINGS), (channel, payload) -> {})) {
            Database database = new Database(pool, Duration.ofSeconds(5));
            boolean ours = database.first("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                    .orElseThrow()
                    .getBoolean(0);
            notifications.start();
            return ours
                    && SERVER.texts("SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                                    + " WHERE usename = '" + access.role() + "'")
                            .equals(List.of("t"));
        } finally {
            pool.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static DatabaseAccess access(String host, String mode, Path authorities) {
        return new DatabaseAccess(
                url(host, mode), "recio_trade_manager", TestDatabase.PASSWORD, Optional.of(authorities));
    }

    private static String url(String host, String mode) {
        return SERVER.url().replace("127.0.0.1", host) + "?sslmode=" + mode;
    }
}
