package io.recio.databasemigrator;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.recio.databasemigrator.check.CheckCommand;
import io.recio.databasemigrator.installation.InstallationRows;
import io.recio.databasemigrator.installation.WantedInstallation;
import io.recio.databasemigrator.secret.SecretsCommand;
import io.recio.migrations.DatabaseMigration;
import io.recio.migrations.DatabaseRole;
import io.recio.migrations.MigrationFailed;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import picocli.CommandLine.Command;

/** Brings the database to this release's schema. Ends with 0 when it is there, 1 with the reason otherwise. */
@TopCommand
@Command(
        name = "database-migrator",
        mixinStandardHelpOptions = true,
        subcommands = {SecretsCommand.class, CheckCommand.class})
class MigrateCommand implements Callable<Integer> {

    private static final Logger LOG = Logger.getLogger(MigrateCommand.class);

    private final MigratorConfig config;

    MigrateCommand(MigratorConfig config) {
        this.config = config;
    }

    @Override
    public Integer call() {
        Map<DatabaseRole, String> passwords = new HashMap<>();
        config.passwords().forEach((role, password) -> passwords.put(new DatabaseRole(role), password));
        try {
            String url = given("jdbc-url", config.jdbcUrl());
            String user = given("admin-user", config.adminUser());
            String password = given("admin-password", config.adminPassword());
            new ServerWait(config.patience()).await(url, user, password);
            int applied = new DatabaseMigration(url, user, password).apply(passwords);
            LOG.infof("Database is at this release's schema migrations=%d", applied);
            config.installation().ifPresent(installation -> install(installation, url, user, password));
            return 0;
        } catch (MigrationFailed e) {
            LOG.errorf("Database could not be migrated reason=%s", e.getMessage());
            return 1;
        }
    }

    private static void install(WantedInstallation installation, String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            new InstallationRows(connection).install(installation);
            LOG.infof(
                    "Database belongs to this installation mode=%s account=%s",
                    installation.mode(), installation.account());
        } catch (SQLException e) {
            throw new MigrationFailed("installation rows could not be written: " + e.getMessage(), e);
        }
    }

    private static String given(String name, Optional<String> value) {
        return value.orElseThrow(
                () -> new MigrationFailed("database-migrator." + name + " must be given, was missing", null));
    }
}
