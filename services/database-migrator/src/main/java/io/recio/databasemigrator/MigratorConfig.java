package io.recio.databasemigrator;

import io.smallrye.config.ConfigMapping;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of the migration. All are optional here because making secrets needs none of them; the migration asks for each. */
@ConfigMapping(prefix = "database-migrator")
public interface MigratorConfig {

    /** {@code jdbc:postgresql://host:port/database?sslmode=verify-full…}. */
    Optional<String> jdbcUrl();

    /** A role that may create roles and schemas; it needs not be superuser. */
    Optional<String> adminUser();

    /** From a mounted secret. */
    Optional<String> adminPassword();

    /** The password each service will log in with, by role name, from mounted secrets. */
    Map<String, String> passwords();

    /** Whose database this is; absent: the rows are written by whoever else installs. */
    Optional<Installation> installation();

    /** Whose database this is. A database that belongs to another mode or account is refused. */
    interface Installation {

        /** simulated, paper, kalshi-demo or live. */
        String mode();

        /** The Kalshi account. */
        String account();

        /** When it is; absent: business time is real time. */
        Optional<Clock> clock();
    }

    /** Business time = business anchor + (real time − system anchor) × speed. For simulated installations only. */
    interface Clock {

        Instant businessAnchor();

        Instant systemAnchor();

        /** Business seconds per real second, 1 to 60; absent: 1. A default here would make every group that may be absent present. */
        OptionalInt speed();
    }
}
