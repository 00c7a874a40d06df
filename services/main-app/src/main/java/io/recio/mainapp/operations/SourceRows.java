package io.recio.mainapp.operations;

import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Judges each source by its owner's word and by its age in real time, for an owner that died cannot say so. What is stamped
 * with business time (prices, tables) is divided by the clock's speed.
 */
@Singleton
class SourceRows {

    /** Prices, tables and books change several times a second; REST answers and reconciliations take longer. */
    private static final long LIVE_LIMIT_MS = 5_000;

    private static final long SLOW_LIMIT_MS = 30_000;

    private static final String SELECT = """
            WITH clock AS (
                     SELECT business_anchor + (clock_timestamp() - system_anchor) * speed AS now, speed FROM system.clock),
                 heard AS (
                     SELECT 'price:' || symbol AS source, feed_state = 'live' AS good, feed_state AS state,
                            extract(epoch FROM clock.now - coalesce(heard_at, at)) / clock.speed AS age, $3::bigint AS limit_ms, 1 AS place
                     FROM live_data.latest_price, clock
                     UNION ALL
                     SELECT 'table:' || symbol, true, 'computed',
                            extract(epoch FROM clock.now - computed_at) / clock.speed, $3::bigint, 2
                     FROM live_data.strike_table, clock
                     UNION ALL
                     SELECT 'books:' || event_ticker, valid, coalesce(reason, source),
                            extract(epoch FROM clock_timestamp() - heard_at), $4::bigint, 3
                     FROM markets.book_feeds
                     WHERE event_ticker IN (SELECT event_ticker FROM live_data.strike_table)
                     UNION ALL
                     SELECT 'account', authenticated AND NOT stale, coalesce(reason, CASE WHEN stale THEN 'stale' ELSE 'reconciled' END),
                            extract(epoch FROM clock_timestamp() - updated_at), $4::bigint, 4
                     FROM account.sync_state WHERE account = $1 AND mode = $2
                     UNION ALL
                     SELECT 'exchange', reachable, coalesce(CASE WHEN NOT reachable THEN last_error END, 'reachable'),
                            extract(epoch FROM clock_timestamp() - checked_at), $4::bigint, 5
                     FROM markets.api_health)
            SELECT source, good AND age * 1000 <= limit_ms AS fresh, state, (age * 1000)::bigint AS age_ms
            FROM heard ORDER BY place, source""";

    private final Database database;
    private final String account;
    private final String mode;

    SourceRows(Database database, ServiceConfig config) {
        this.database = database;
        this.account = config.account();
        this.mode = config.mode();
    }

    List<SourceView> sources() {
        return database.list(
                row -> new SourceView(
                        row.getString("source"),
                        row.getBoolean("fresh"),
                        row.getString("state"),
                        Math.max(0, row.getLong("age_ms"))),
                SELECT,
                account,
                mode,
                LIVE_LIMIT_MS,
                SLOW_LIMIT_MS);
    }
}
