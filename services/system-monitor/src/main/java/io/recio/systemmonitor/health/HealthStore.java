package io.recio.systemmonitor.health;

import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.json.DomainJson;
import io.recio.systemmonitor.duplicate.Duplicate;
import io.recio.systemmonitor.service.Beat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes {@code system.health_status, system.requests}; reads {@code markets.*}. */
final class HealthStore {

    private static final String PRICE_WATCHDOG = "symbol-price-watchdog-";

    void write(Statements statements, HealthReport report) {
        statements.update(
                """
                INSERT INTO system.health_status
                    (checked_at, status, services, resources, database, network, duplicates)
                VALUES ($1, $2, $3::text::jsonb, $4::text::jsonb, $5::text::jsonb, $6::text::jsonb, $7::text::jsonb)""",
                Times.column(report.at()),
                report.status().name().toLowerCase(Locale.ROOT),
                DomainJson.write(report.services()),
                DomainJson.write(report.resources()),
                DomainJson.write(report.database()),
                DomainJson.write(report.network()),
                DomainJson.write(report.duplicates()));
    }

    NetworkFigures network(Statements statements, List<Beat> beats) {
        Optional<NetworkFigures.Kalshi> kalshi = statements
                .first("""
                        SELECT reachable, latency_ms, failures_in_row,
                            (extract(epoch FROM clock_timestamp() - checked_at) * 1000)::bigint AS age,
                            coalesce((SELECT bool_or(exchange_active) FROM markets.exchange_status), false) AS exchange,
                            coalesce((SELECT bool_or(trading_active) FROM markets.exchange_status), false) AS trading
                        FROM markets.api_health""")
                .map(row -> new NetworkFigures.Kalshi(
                        row.getBoolean("reachable"),
                        Optional.ofNullable(row.getInteger("latency_ms")),
                        row.getInteger("failures_in_row"),
                        row.getLong("age"),
                        row.getBoolean("exchange"),
                        row.getBoolean("trading")));
        List<NetworkFigures.Coinbase> coinbase = beats.stream()
                .filter(beat -> beat.active() && beat.service().startsWith(PRICE_WATCHDOG))
                .map(HealthStore::coinbase)
                .toList();
        return new NetworkFigures(kalshi, coinbase);
    }

    /** Codes of what we have found and told, and whose cause had not ended; holding auto entry back is not found but done. */
    Set<String> openCodes(Statements statements) {
        return Set.copyOf(statements.list(row -> row.getString("code"), """
                SELECT DISTINCT code FROM system.alerts
                WHERE raised_by = session_user AND resolved_at IS NULL AND code NOT LIKE 'AUTO_ENTRY_%'"""));
    }

    /** Asks once in ten minutes, whatever became of it. */
    boolean askToEnd(Statements statements, Duplicate duplicate) {
        return statements.update("""
                        INSERT INTO system.requests (kind, service, instance, reason)
                        SELECT 'end_duplicate', $1, $2, $3
                        WHERE NOT EXISTS (SELECT 1 FROM system.requests
                            WHERE kind = 'end_duplicate' AND service = $1 AND instance = $2
                                AND requested_at > clock_timestamp() - interval '10 minutes')""", duplicate.service(), duplicate.instance(), duplicate.reason()) == 1;
    }

    private static NetworkFigures.Coinbase coinbase(Beat beat) {
        var tick = beat.freshness().path("tick");
        return new NetworkFigures.Coinbase(
                beat.service(),
                tick.hasNonNull("ageMs")
                        ? Optional.of(tick.get("ageMs").asLong() + beat.age().toMillis())
                        : Optional.empty(),
                tick.path("ok").asBoolean(false));
    }
}
