package io.recio.apiwatchdog.status;

import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.model.ExchangeSchedule;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.Times;
import io.recio.storage.json.DomainJson;
import io.recio.storage.system.AlertStore;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code markets.exchange_status}, {@code schedule} and {@code api_health}; alerts in {@code system.alerts}. */
@Singleton
class PostgresExchangeStore implements ExchangeStore {

    private static final String SHARD = """
            INSERT INTO markets.exchange_status (exchange_index, exchange_active, trading_active, resumes_at, checked_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (exchange_index) DO UPDATE
            SET exchange_active = excluded.exchange_active, trading_active = excluded.trading_active,
                resumes_at = excluded.resumes_at, checked_at = excluded.checked_at""";

    private final Database database;
    private final AlertStore alerts = new AlertStore();

    PostgresExchangeStore(Database database) {
        this.database = database;
    }

    @Override
    public ApiHealth health() {
        return database.first("SELECT * FROM markets.api_health")
                .map(PostgresExchangeStore::health)
                .orElse(ApiHealth.UNKNOWN);
    }

    @Override
    public void write(Fence fence, Map<Integer, ShardStatus> shards, SystemTime checkedAt) {
        database.fenced(
                fence,
                statements -> statements.batch(
                        SHARD,
                        shards.entrySet().stream()
                                .map(shard -> tuple(shard.getKey(), shard.getValue(), checkedAt))
                                .toList()));
    }

    @Override
    public void write(Fence fence, ExchangeSchedule schedule, SystemTime fetchedAt) {
        database.fenced(
                fence, statements -> statements.update("""
                INSERT INTO markets.schedule (document, fetched_at) VALUES ($1::text::jsonb, $2)
                ON CONFLICT (id) DO UPDATE
                SET document = excluded.document, fetched_at = excluded.fetched_at""", DomainJson.write(schedule), Times.column(fetchedAt)));
    }

    @Override
    public void write(Fence fence, ApiHealth health, SystemTime checkedAt) {
        database.fenced(fence, statements -> statements.query("""
                INSERT INTO markets.api_health (reachable, latency_ms, failures_in_row, last_error, last_good_at,
                    checked_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (id) DO UPDATE
                SET reachable = excluded.reachable, latency_ms = excluded.latency_ms,
                    failures_in_row = excluded.failures_in_row, last_error = excluded.last_error,
                    last_good_at = excluded.last_good_at, checked_at = excluded.checked_at""", columns(health, checkedAt)));
    }

    @Override
    public void alert(ApiHealth health, BusinessTime at) {
        alerts.raise(
                database,
                AlertStore.Severity.CRITICAL,
                "API_UNREACHABLE",
                "Kalshi's API does not answer",
                Map.of(
                        "failuresInRow",
                        health.failuresInRow(),
                        "lastError",
                        health.lastError().orElse("")),
                at);
    }

    @Override
    public void allClear(ApiHealth health, BusinessTime at) {
        alerts.raise(
                database,
                AlertStore.Severity.INFO,
                "API_REACHABLE",
                "Kalshi's API answers again",
                Map.of("latencyMs", health.latency().map(Duration::toMillis).orElse(0L)),
                at);
    }

    private static ApiHealth health(Row row) {
        return new ApiHealth(
                row.getBoolean("reachable"),
                Optional.ofNullable(row.getInteger("latency_ms")).map(Duration::ofMillis),
                row.getInteger("failures_in_row"),
                Optional.ofNullable(row.getString("last_error")),
                Optional.ofNullable(Times.systemOrNull(row, "last_good_at")));
    }

    private static @Nullable Object[] columns(ApiHealth health, SystemTime checkedAt) {
        return new @Nullable Object[] {
            health.reachable(),
            health.latency().map(latency -> Math.toIntExact(latency.toMillis())).orElse(null),
            health.failuresInRow(),
            health.lastError().orElse(null),
            health.lastGoodAt().map(Times::column).orElse(null),
            Times.column(checkedAt)
        };
    }

    private static Tuple tuple(int index, ShardStatus shard, SystemTime checkedAt) {
        return Tuple.from(new @Nullable Object[] {
            index,
            shard.exchangeActive(),
            shard.tradingActive(),
            shard.resumesAt().map(Times::column).orElse(null),
            Times.column(checkedAt)
        });
    }
}
