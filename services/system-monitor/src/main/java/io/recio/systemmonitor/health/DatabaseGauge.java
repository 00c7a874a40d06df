package io.recio.systemmonitor.health;

import io.recio.domain.time.SystemClock;
import io.recio.storage.Database;
import io.recio.systemmonitor.health.DatabaseFigures.Standby;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Measures the database: by a commit of our own, and by what it says of itself. */
final class DatabaseGauge {

    private final Database database;
    private final SystemClock clock;
    private final String service;
    private final String instance;

    /** @param instance whose heartbeat is what is committed */
    DatabaseGauge(Database database, SystemClock clock, String service, String instance) {
        this.database = database;
        this.clock = clock;
        this.service = service;
        this.instance = instance;
    }

    DatabaseFigures measure() {
        long commitMs = commit().toMillis();
        Row row = database.first("""
                        SELECT pg_database_size(current_database()) AS size, sum(numbackends)::integer AS connections,
                            current_setting('max_connections')::integer AS most
                        FROM pg_stat_database""").orElseThrow();
        return new DatabaseFigures(
                row.getLong("size"), row.getInteger("connections"), row.getInteger("most"), commitMs, standbys());
    }

    /** On disk, and at a synchronous standby if there is one, when it returns. */
    private Duration commit() {
        long began = clock.nanos();
        database.transaction(statements -> {
            statements.query("SELECT set_config('synchronous_commit', 'on', true)");
            return statements.update(
                    "UPDATE system.heartbeats SET beat_at = clock_timestamp() WHERE service = $1 AND instance = $2",
                    service,
                    instance);
        });
        return Duration.ofNanos(clock.nanos() - began);
    }

    private List<Standby> standbys() {
        return database.list(DatabaseGauge::standby, """
                SELECT coalesce(nullif(application_name, ''), 'process ' || pid) AS name, state,
                    sync_state IN ('sync', 'quorum') AS synchronous,
                    pg_wal_lsn_diff(CASE WHEN NOT pg_is_in_recovery() THEN pg_current_wal_lsn() END, replay_lsn)::bigint
                        AS lag_bytes,
                    (extract(epoch FROM replay_lag) * 1000)::bigint AS lag_ms
                FROM pg_stat_replication ORDER BY name, pid""");
    }

    private static Standby standby(Row row) {
        return new Standby(
                row.getString("name"),
                Optional.ofNullable(row.getString("state")),
                Optional.ofNullable(row.getBoolean("synchronous")),
                Optional.ofNullable(row.getLong("lag_bytes")),
                Optional.ofNullable(row.getLong("lag_ms")));
    }
}
