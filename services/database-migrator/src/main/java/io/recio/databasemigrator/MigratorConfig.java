package io.recio.databasemigrator;

import io.recio.databasemigrator.installation.WantedInstallation;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Settings of the migration. All are optional here because making secrets needs none of them; the migration asks for each. */
@ConfigMapping(prefix = "database-migrator")
public interface MigratorConfig {

    /** {@code jdbc:postgresql://host:port/database?sslmode=verify-full…}. */
    Optional<String> jdbcUrl();

    /** A role that may create roles and schemas; it needs not be superuser. */
    Optional<String> adminUser();

    /** From a mounted secret. */
    Optional<String> adminPassword();

    /** How long a server that does not answer yet is waited for. */
    @WithDefault("PT2M")
    Duration patience();

    /** The password each service will log in with, by role name, from mounted secrets. */
    Map<String, String> passwords();

    /** Whose database this is; absent: the rows are written by whoever else installs. */
    Optional<WantedInstallation> installation();
}
