package io.recio.databasemigrator;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Settings of the migration job. */
@ConfigMapping(prefix = "database-migrator")
interface MigratorConfig {

    /** {@code jdbc:postgresql://host:port/database?sslmode=verify-full…}. */
    String jdbcUrl();

    /** A role that may create roles and schemas; it needs not be superuser. */
    String adminUser();

    /** From a mounted secret. */
    String adminPassword();

    /** The password each service will log in with, by role name, from mounted secrets. */
    Map<String, String> passwords();
}
