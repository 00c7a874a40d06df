package io.recio.localstack.postgres;

import io.recio.localstack.directory.Secrets;
import io.recio.localstack.refusal.Refused;
import io.recio.migrations.DatabaseMigration;
import io.recio.migrations.DatabaseRole;
import io.recio.migrations.MigrationFailed;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Waits for a server, makes the database and brings it to this release's schema. */
public final class DatabasePreparation {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final DatabaseServer server;
    private final Secrets secrets;

    public DatabasePreparation(DatabaseServer server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /**
     * Waits until the server lets its administrator in; after a crash that takes as long as its recovery.
     *
     * @param stillHope false as soon as waiting is useless
     * @throws Refused with the server's last answer
     */
    public void awaitServer(Duration limit, BooleanSupplier stillHope) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                adminOf(server.entrance()).close();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end || !stillHope.getAsBoolean()) {
                    throw new Refused(
                            "PostgreSQL on port " + server.port() + " did not let us in: " + e.getMessage(), e);
                }
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refused("waiting for PostgreSQL was interrupted", e);
            }
        }
    }

    /** Makes our database when it is missing. */
    public void createDatabase() {
        try (Connection connection = adminOf(server.entrance());
                PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, server.database());
            if (!query.executeQuery().next()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + server.database());
                }
            }
        } catch (SQLException e) {
            throw new Refused("database cannot be made: " + e.getMessage(), e);
        }
    }

    public DatabaseServer server() {
        return server;
    }

    /** @return how many migrations were applied */
    public int migrate() {
        Map<DatabaseRole, String> passwords = new HashMap<>();
        DatabaseRole.ALL.forEach(role -> passwords.put(role, passwordOf(role)));
        try {
            return new DatabaseMigration(server.jdbcUrl(), server.admin(), server.adminPassword()).apply(passwords);
        } catch (MigrationFailed e) {
            throw new Refused(e.getMessage(), e);
        }
    }

    public String passwordOf(DatabaseRole role) {
        return secrets.secret("database-" + role.name());
    }

    /** The administrator's connection to our database; the caller closes it. */
    public Connection admin() throws SQLException {
        return adminOf(server.database());
    }

    private Connection adminOf(String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), server.admin(), server.adminPassword());
    }
}
