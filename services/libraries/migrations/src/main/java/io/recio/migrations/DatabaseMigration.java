package io.recio.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Makes the roles and brings the schema to the newest version. Safe to repeat; only one run at a time takes effect
 * (Flyway locks its history table).
 */
public final class DatabaseMigration {

    /** PostgreSQL 17 is the oldest that knows {@code transaction_timeout}. */
    private static final int OLDEST_SERVER = 17;

    private final String jdbcUrl;
    private final String adminUser;
    private final String adminPassword;

    /**
     * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
     * @param adminUser may create roles and schemas; needs not be superuser
     */
    public DatabaseMigration(String jdbcUrl, String adminUser, String adminPassword) {
        this.jdbcUrl = jdbcUrl;
        this.adminUser = adminUser;
        this.adminPassword = adminPassword;
    }

    /**
     * Applies roles and migrations.
     *
     * @param passwords by role, one for each of {@link DatabaseRole#ALL}
     * @return how many migrations were applied
     * @throws MigrationFailed when the server is too old or cannot be reached, a password is missing, or a migration fails
     */
    public int apply(Map<DatabaseRole, String> passwords) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, adminUser, adminPassword)) {
            checkServer(connection);
            for (DatabaseRole role : DatabaseRole.ALL) {
                String password = passwords.get(role);
                if (password == null || password.isBlank()) {
                    throw new MigrationFailed("password of role " + role.name() + " must be given, was missing", null);
                }
                ensureRole(connection, role, password);
            }
        } catch (SQLException e) {
            throw new MigrationFailed("database at " + jdbcUrl + " refused: " + e.getMessage(), e);
        }
        try {
            return Flyway.configure()
                    .dataSource(jdbcUrl, adminUser, adminPassword)
                    .locations("classpath:db/migration")
                    .defaultSchema("recio_migrations")
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new MigrationFailed("migration failed: " + e.getMessage(), e);
        }
    }

    private static void checkServer(Connection connection) throws SQLException {
        int found = connection.getMetaData().getDatabaseMajorVersion();
        if (found < OLDEST_SERVER) {
            throw new MigrationFailed("PostgreSQL must be " + OLDEST_SERVER + " or newer, was " + found, null);
        }
    }

    private static void ensureRole(Connection connection, DatabaseRole role, String password) throws SQLException {
        boolean exists;
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, role.name());
            try (ResultSet found = query.executeQuery()) {
                exists = found.next();
            }
        }
        String verb = exists ? "ALTER" : "CREATE";
        try (var statement = connection.createStatement()) {
            statement.execute(verb + " ROLE " + role.name() + " LOGIN PASSWORD '" + password.replace("'", "''") + "'");
        }
    }
}
