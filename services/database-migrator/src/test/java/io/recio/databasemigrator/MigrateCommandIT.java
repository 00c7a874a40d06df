package io.recio.databasemigrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.recio.databasemigrator.installation.WantedInstallation;
import io.recio.fixtures.LogLines;
import io.recio.fixtures.TestCertificates;
import io.recio.fixtures.TestDatabase;
import io.recio.migrations.DatabaseRole;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The migration job at a server whose certificate is for {@code localhost}, not for 127.0.0.1. */
class MigrateCommandIT {

    private static final TestCertificates OURS = TestCertificates.of("Our authority", "dns:localhost");
    private static final TestDatabase SERVER = TestDatabase.encrypted(OURS);
    private static final int PORT = URI.create(SERVER.url()).getPort();

    /** The driver's own line about a host is switched off where Quarkus configures the log. */
    @RegisterExtension
    final LogLines log = LogLines.warnings("org.postgresql.ssl");

    @RegisterExtension
    final LogLines waiting = LogLines.of(ServerWait.class);

    @Test
    void migratesAServerThatProvesItself() {
        assertThat(migrate("localhost", OURS.authority())).isZero();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void waitsForAServerThatIsNotThereYet() throws Exception {
        int port = free();
        Vertx vertx = Vertx.vertx();
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> answer =
                    beside.submit(() -> migrate("localhost", port, OURS.authority(), Duration.ofMinutes(1)));
            await().until(() -> !waiting.lines().isEmpty());
            vertx.createNetServer()
                    .connectHandler(client -> {
                        client.pause();
                        vertx.createNetClient().connect(PORT, "127.0.0.1").onSuccess(server -> {
                            client.pipeTo(server);
                            server.pipeTo(client);
                        });
                    })
                    .listen(port, "127.0.0.1");
            assertThat(answer.get(1, TimeUnit.MINUTES)).isZero();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
        assertThat(waiting.lines())
                .singleElement()
                .asString()
                .startsWith("Database is not there yet, waiting for 60 s reason=Connection to localhost:" + port)
                .contains("refused");
    }

    @Test
    void saysThatNobodyAnswersWhenPatienceIsOver() throws IOException {
        assertThat(migrate("localhost", free(), OURS.authority(), Duration.ZERO))
                .isEqualTo(1);
        assertThat(log.lines()).singleElement().asString().startsWith("Database could not be migrated reason=");
        assertThat(waiting.lines()).isEmpty();
    }

    @Test
    void saysThatTheServerIsOfAnotherAuthority() {
        Path others = TestCertificates.of("Another authority", "dns:localhost").authority();

        assertThat(migrate("localhost", others)).isEqualTo(1);
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("Database could not be migrated reason=database at jdbc:postgresql://localhost:")
                .contains("sslrootcert=" + others + " refused: ")
                .contains("unable to find valid certification path");
        assertThat(log.thrown()).isEmpty();
    }

    @Test
    void saysThatTheServerIsOfAnotherName() {
        assertThat(migrate("127.0.0.1", OURS.authority())).isEqualTo(1);
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("Database could not be migrated reason=database at jdbc:postgresql://127.0.0.1:")
                .contains("hostname 127.0.0.1");
        assertThat(log.thrown()).isEmpty();
    }

    private static int migrate(String host, Path authorities) {
        return migrate(host, PORT, authorities, Duration.ofMinutes(1));
    }

    private static int migrate(String host, int port, Path authorities, Duration patience) {
        String url = SERVER.jdbcUrl().replace("127.0.0.1:" + PORT, host + ":" + port);
        return new MigrateCommand(
                        new Settings(Optional.of(url + "?sslmode=verify-full&sslrootcert=" + authorities), patience))
                .call();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private record Settings(Optional<String> jdbcUrl, Duration patience) implements MigratorConfig {

        @Override
        public Optional<String> adminUser() {
            return Optional.of("postgres");
        }

        @Override
        public Optional<String> adminPassword() {
            return Optional.of("postgres");
        }

        @Override
        public Optional<WantedInstallation> installation() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> passwords() {
            return DatabaseRole.ALL.stream()
                    .collect(Collectors.toMap(DatabaseRole::name, role -> TestDatabase.PASSWORD));
        }
    }
}
