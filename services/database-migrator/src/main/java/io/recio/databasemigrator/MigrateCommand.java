package io.recio.databasemigrator;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.recio.migrations.DatabaseMigration;
import io.recio.migrations.DatabaseRole;
import io.recio.migrations.MigrationFailed;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import picocli.CommandLine.Command;

/** Brings the database to this release's schema. Ends with 0 when it is there, 1 with the reason otherwise. */
@TopCommand
@Command(name = "database-migrator", mixinStandardHelpOptions = true)
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
            int applied = new DatabaseMigration(config.jdbcUrl(), config.adminUser(), config.adminPassword())
                    .apply(passwords);
            LOG.infof("Database is at this release's schema migrations=%d", applied);
            return 0;
        } catch (MigrationFailed e) {
            LOG.errorf("Database could not be migrated reason=%s", e.getMessage());
            return 1;
        }
    }
}
