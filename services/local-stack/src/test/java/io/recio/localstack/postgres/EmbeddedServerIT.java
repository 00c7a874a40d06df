package io.recio.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Home;
import io.recio.localstack.directory.Secrets;
import io.recio.localstack.process.ProcessStamp;
import io.recio.localstack.stack.Leftovers;
import io.recio.localstack.stack.Ports;
import io.recio.localstack.stack.StackShape;
import io.recio.migrations.DatabaseRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerIT {

    @TempDir
    private static Path directory;

    private static final DatabaseRole MANAGER = DatabaseRole.ofService("trade-manager");

    private static DataDirectory data;
    private static Secrets secrets;
    private static PostgresCluster cluster;
    private static int port;
    private static DatabasePreparation database;
    private static Process server;

    @BeforeAll
    static void start() throws IOException {
        data = new DataDirectory(directory).prepared();
        secrets = new Secrets(data.secrets(), new SecureRandom());
        cluster = new PostgresCluster(
                data.postgres(), PostgresBinaries.unpackedIn(Home.find().workshop()), secrets);
        assertThat(cluster.prepare()).isTrue();
        port = Ports.free(StackShape.WHOLE).of(Ports.POSTGRES);
        server = run();
        database = new DatabasePreparation(DatabaseServer.embedded(port, cluster.adminPassword()), secrets);
        database.awaitServer(Duration.ofSeconds(30), server::isAlive);
        database.createDatabase();
        assertThat(database.migrate()).isGreaterThanOrEqualTo(9);
    }

    @AfterAll
    static void stop() {
        Leftovers.of(data).end(line -> {});
        await().until(() -> !server.isAlive());
    }

    @Test
    void isDurableAndListensOnLoopbackOnly() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("password_encryption")).isEqualTo("scram-sha-256");
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting("unix_socket_directories")).isEmpty();
        assertThat(setting("data_checksums")).isEqualTo("on");
        assertThat(setting("server_version")).startsWith("18.");
    }

    @Test
    void letsARoleInWithItsOwnPasswordOnly() throws SQLException {
        try (Connection connection = as(MANAGER.name(), database.passwordOf(MANAGER), "recio")) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThatThrownBy(() -> as(MANAGER.name(), "wrong", "recio"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        String another = database.passwordOf(DatabaseRole.ofService("main-app"));
        assertThatThrownBy(() -> as(MANAGER.name(), another, "recio"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void refusesUnknownRolesAndOtherDatabases() {
        assertThatThrownBy(() -> as("stranger", "", "recio")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> as(MANAGER.name(), database.passwordOf(MANAGER), "postgres"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no pg_hba.conf entry");
    }

    @Test
    void keepsThePriceRoleOutOfTrading() throws SQLException {
        DatabaseRole prices = DatabaseRole.ofService("symbol-price-watchdog-btc");
        try (Connection connection = as(prices.name(), database.passwordOf(prices), "recio");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM trading.trades"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void keepsSecretsToTheirOwner() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data.secrets().resolve("database-" + MANAGER.name()))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secrets())))
                .isEqualTo("rwx------");
    }

    @Test
    void keepsCommittedRowsThroughAKillAndALeftoverIsEnded() throws SQLException, IOException {
        execute("CREATE TABLE IF NOT EXISTS kept (n integer)", "INSERT INTO kept VALUES (42)");

        server.destroyForcibly();
        await().until(() -> !server.isAlive());
        await().until(() -> Leftovers.of(data).isEmpty());
        assertThat(cluster.prepare()).isFalse();
        server = run();
        database.awaitServer(Duration.ofSeconds(30), server::isAlive);
        assertThat(query("SELECT max(n) FROM kept")).isEqualTo("42");

        List<String> said = new ArrayList<>();
        Leftovers left = Leftovers.of(data);
        assertThat(left.postgres()).isEqualTo(ProcessStamp.of(server.pid()));
        left.end(said::add);
        assertThat(said)
                .containsExactly(
                        "Ended PostgreSQL (pid " + server.pid() + "), left behind by a local-stack that had gone");
        server = run();
        database.awaitServer(Duration.ofSeconds(30), server::isAlive);
        assertThat(query("SELECT max(n) FROM kept")).isEqualTo("42");
    }

    private static Process run() throws IOException {
        return new ProcessBuilder(cluster.serverCommand(port))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.log("postgres").toFile()))
                .start();
    }

    private static String setting(String name) throws SQLException {
        return query("SHOW " + name);
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = database.admin();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = database.admin();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection as(String role, String password, String name) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + name, role, password);
    }
}
