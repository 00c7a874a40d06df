package io.recio.storage.system;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.storage.Database;
import java.util.List;
import java.util.Optional;

/** Reads what every service starts from: the schema's version, the clock and the installation. */
public final class SystemStore {

    private final Database database;

    public SystemStore(Database database) {
        this.database = database;
    }

    /** The business clock of this installation, or empty before local-stack or the chart has written it. */
    public Optional<BusinessClock> clock(SystemClock system) {
        return database.first("SELECT business_anchor, system_anchor, speed FROM system.clock")
                .map(row -> BusinessClock.anchored(
                        row.getOffsetDateTime("business_anchor").toInstant(),
                        row.getOffsetDateTime("system_anchor").toInstant(),
                        row.getInteger("speed"),
                        system));
    }

    public Optional<Installation> installation() {
        return database.first("SELECT prefix, mode, account FROM system.installation")
                .map(row -> new Installation(
                        row.getString("prefix"), Mode.of(row.getString("mode")), row.getString("account")));
    }

    /** The newest migration the schema has had; 0 while there is no schema, or one from before it could tell. */
    public int schemaVersion() {
        boolean tells = database.first("SELECT to_regprocedure('system.schema_version()') IS NOT NULL AS tells")
                .map(row -> row.getBoolean("tells"))
                .orElse(false);
        if (!tells) {
            return 0;
        }
        return database.first("SELECT coalesce(system.schema_version(), 0) AS version")
                .map(row -> row.getInteger("version"))
                .orElse(0);
    }

    /**
     * What of the server's settings could lose a commit that somebody was told of; empty when nothing could. The roles that
     * write prices and decisions commit without waiting, by a setting of their own, and are not meant.
     */
    public List<String> waysToLoseCommits() {
        return database.list(row -> row.getString("way"), """
                SELECT name || ' must be on, was ' || setting AS way FROM pg_settings
                WHERE setting = 'off' AND (name IN ('fsync', 'full_page_writes')
                    OR name = 'synchronous_commit' AND source NOT IN ('user', 'database user'))
                UNION ALL
                SELECT 'synchronous_standby_names must name a standby when there are any, was empty'
                WHERE current_setting('synchronous_standby_names') = '' AND EXISTS (SELECT FROM pg_stat_replication)
                ORDER BY way""");
    }
}
