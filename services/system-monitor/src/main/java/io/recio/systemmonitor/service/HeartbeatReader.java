package io.recio.systemmonitor.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.storage.Statements;
import io.recio.storage.json.DomainJson;
import io.recio.storage.settings.SymbolStore;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code system.heartbeats, system.leases, settings.symbols}. */
public final class HeartbeatReader {

    private static final List<String> SERVICES = List.of(
            "kalshi-api-watchdog",
            "kalshi-account-sync",
            "unified-production-coordinator",
            "auto-entry-supervisor",
            "trade-manager",
            "trade-executor",
            "active-trade-supervisor",
            "main-app",
            "cascading-failure-detector",
            "system-monitor");

    private final SymbolStore symbols = new SymbolStore();

    /** All services there should be: one price watchdog for each symbol, and the ten others. */
    public SortedSet<String> expected(Statements statements) {
        TreeSet<String> expected = new TreeSet<>(SERVICES);
        symbols.enabled(statements)
                .forEach(each ->
                        expected.add("symbol-price-watchdog-" + each.symbol().lowerCase()));
        return expected;
    }

    public List<Beat> beats(Statements statements) {
        return statements.list(HeartbeatReader::beat, """
                SELECT service, instance, role = 'active' AS active, epoch, started_at, functional,
                    extract(epoch FROM clock_timestamp() - beat_at)::double precision AS age,
                    freshness::text AS freshness, memory_bytes, cpu_millis, host, port,
                    resources::text AS resources
                FROM system.heartbeats ORDER BY service, instance""");
    }

    public Map<String, Lease> leases(Statements statements) {
        Map<String, Lease> leases = new HashMap<>();
        for (Row row : statements.query("SELECT name, holder, epoch FROM system.leases")) {
            leases.put(row.getString("name"), new Lease(row.getString("holder"), row.getLong("epoch")));
        }
        return leases;
    }

    /** Forgets instances that are gone. */
    public int forget(Statements statements, List<String> instances, Duration olderThan) {
        return statements.update("""
                DELETE FROM system.heartbeats
                WHERE instance = ANY ($1) AND beat_at < clock_timestamp() - $2::double precision * interval '1 second'""", instances.toArray(String[]::new), (double) olderThan.toSeconds());
    }

    private static Beat beat(Row row) {
        return new Beat(
                row.getString("service"),
                row.getString("instance"),
                row.getBoolean("active"),
                row.getLong("epoch"),
                row.getOffsetDateTime("started_at").toInstant(),
                Duration.ofMillis(Math.round(row.getDouble("age") * 1000)),
                row.getBoolean("functional"),
                json("freshness", row.getString("freshness")),
                row.getLong("memory_bytes"),
                row.getLong("cpu_millis"),
                json("resources", row.getString("resources")),
                row.getString("host"),
                row.getInteger("port"));
    }

    private static JsonNode json(String column, String json) {
        try {
            return DomainJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(column + " must be JSON, was " + json, e);
        }
    }
}
