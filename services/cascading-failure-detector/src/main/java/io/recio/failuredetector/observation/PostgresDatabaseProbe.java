package io.recio.failuredetector.observation;

import io.recio.domain.health.InstanceObservation.Role;
import io.recio.domain.health.ServiceName;
import io.recio.domain.time.SystemClock;
import io.recio.failuredetector.observation.DatabaseReading.Beat;
import io.recio.failuredetector.observation.DatabaseReading.ExchangeWord;
import io.recio.failuredetector.observation.DatabaseReading.Lease;
import io.recio.servicekit.ServiceIdentity;
import io.recio.storage.Database;
import io.recio.storage.Times;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code system.*}, {@code markets.api_health, exchange_status} and {@code trading.order_intents}. */
@Singleton
class PostgresDatabaseProbe implements DatabaseProbe {

    private final Database database;
    private final ServiceIdentity identity;
    private final SystemClock clock;

    PostgresDatabaseProbe(Database database, ServiceIdentity identity, SystemClock clock) {
        this.database = database;
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public DatabaseReading read() {
        return new DatabaseReading(commit(), beats(), leases(), kalshi(), isOrderInDoubt());
    }

    /** A heartbeat of our own: connects when no connection is left, and is on disk when it returns. */
    private Duration commit() {
        long began = clock.nanos();
        database.transaction(statements -> statements.update(
                "UPDATE system.heartbeats SET beat_at = clock_timestamp() WHERE service = $1 AND instance = $2",
                identity.service(),
                identity.instance()));
        return Duration.ofNanos(clock.nanos() - began);
    }

    private Map<String, Beat> beats() {
        Map<String, Beat> beats = new HashMap<>();
        for (Row row : database.query("""
                SELECT instance, role, epoch, started_at, functional, work_done,
                    extract(epoch FROM clock_timestamp() - beat_at)::double precision AS age
                FROM system.heartbeats""")) {
            beats.put(
                    row.getString("instance"),
                    new Beat(
                            row.getString("role").equals("active") ? Role.ACTIVE : Role.STANDBY,
                            row.getLong("epoch"),
                            Times.system(row, "started_at"),
                            seconds(row.getDouble("age")),
                            row.getBoolean("functional"),
                            row.getLong("work_done")));
        }
        return beats;
    }

    private Map<ServiceName, Lease> leases() {
        Map<ServiceName, Lease> leases = new HashMap<>();
        for (Row row : database.query(
                "SELECT name, holder, epoch, expires_at <= clock_timestamp() AS expired FROM system.leases")) {
            leases.put(
                    new ServiceName(row.getString("name")),
                    new Lease(row.getString("holder"), row.getLong("epoch"), row.getBoolean("expired")));
        }
        return leases;
    }

    private Optional<ExchangeWord> kalshi() {
        return database.first("""
                        SELECT reachable, extract(epoch FROM clock_timestamp() - checked_at)::double precision AS age,
                            coalesce((SELECT bool_or(exchange_active) FROM markets.exchange_status), true) AS active
                        FROM markets.api_health""")
                .map(row -> new ExchangeWord(
                        row.getBoolean("reachable"), row.getBoolean("active"), seconds(row.getDouble("age"))));
    }

    private boolean isOrderInDoubt() {
        return database.first("SELECT 1 FROM trading.order_intents WHERE state IN ('sending', 'in_doubt') LIMIT 1")
                .isPresent();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
