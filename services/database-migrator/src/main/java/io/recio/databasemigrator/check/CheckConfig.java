package io.recio.databasemigrator.check;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the check reads heartbeats. All are optional here because the other commands need none of them. */
@ConfigMapping(prefix = "release-check")
public interface CheckConfig {

    /** {@code jdbc:postgresql://host:port/database?sslmode=verify-full…}. */
    Optional<String> jdbcUrl();

    /** A role that may read {@code system.heartbeats}. */
    Optional<String> user();

    /** From a mounted secret. */
    Optional<String> password();
}
