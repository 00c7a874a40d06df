package io.recio.mainapp.trade;

import io.recio.mainapp.rest.Columns;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Adds up closed trades in the database, in exact decimals. */
@Singleton
class StatisticsRows {

    private static final String FITTING = """
            WITH fitting AS (
                     SELECT * FROM trading.trades
                     WHERE account = $1 AND mode = $2 AND %s AND status = 'closed' AND pnl IS NOT NULL),
                 judged AS (
                     SELECT f.trade_id, f.probability_seen AS predicted,
                            CASE WHEN lower(coalesce(s.result, m.result)) = lower(f.side) THEN 1.0 ELSE 0.0 END AS won
                     FROM fitting f
                     LEFT JOIN account.settlements s ON s.account = f.account AND s.mode = f.mode AND s.ticker = f.ticker
                     LEFT JOIN markets.markets m ON m.ticker = f.ticker
                     WHERE f.probability_seen IS NOT NULL AND lower(coalesce(s.result, m.result)) IN ('yes', 'no')),
                 running AS (
                     SELECT ended_at, trade_id, pnl, sum(pnl) OVER (ORDER BY ended_at, trade_id) AS total,
                            row_number() OVER (ORDER BY ended_at, trade_id) AS place
                     FROM fitting)
            """;

    private static final String TOTALS = FITTING + """
            SELECT count(*) AS trades, count(*) FILTER (WHERE outcome = 'W') AS wins,
                   count(*) FILTER (WHERE outcome = 'L') AS losses, count(*) FILTER (WHERE outcome = 'D') AS draws,
                   coalesce(sum(pnl), 0)::numeric(18, 6) AS pnl, coalesce(sum(fees), 0)::numeric(18, 6) AS fees,
                   coalesce(sum(cost), 0)::numeric(18, 6) AS cost,
                   (100 * sum(pnl) / nullif(sum(cost), 0))::double precision AS return_percent,
                   avg(pnl)::numeric(18, 6) AS expectancy, avg(pnl) FILTER (WHERE outcome = 'W')::numeric(18, 6) AS average_win,
                   avg(pnl) FILTER (WHERE outcome = 'L')::numeric(18, 6) AS average_loss,
                   (SELECT coalesce(max(peak - total), 0)::numeric(18, 6)
                    FROM (SELECT total, greatest(0, max(total) OVER (ORDER BY place)) AS peak FROM running) fall) AS drawdown,
                   avg(100 * (probability_seen - cost / nullif(filled, 0))) AS edge,
                   (SELECT avg((predicted - won) ^ 2) FROM judged) AS brier, (SELECT count(*) FROM judged) AS judged
            FROM fitting""";

    /** Four hundred points: as many as a curve can show apart. */
    private static final String EQUITY = FITTING + """
            SELECT ended_at, total::numeric(18, 6) AS pnl FROM running
            WHERE place %% greatest(1, (SELECT count(*) FROM running) / 400) = 0
               OR place = (SELECT count(*) FROM running)
            ORDER BY place""";

    private static final String BY_HOUR = FITTING + """
            SELECT to_char(created_at AT TIME ZONE 'America/New_York', 'HH24') AS name, count(*) AS trades,
                   count(*) FILTER (WHERE outcome = 'W') AS wins, sum(pnl)::numeric(18, 6) AS pnl
            FROM fitting GROUP BY name ORDER BY name""";

    private static final String BY_DAY = FITTING + """
            SELECT * FROM (
                SELECT to_char(created_at AT TIME ZONE 'America/New_York', 'YYYY-MM-DD') AS name, count(*) AS trades,
                       count(*) FILTER (WHERE outcome = 'W') AS wins, sum(pnl)::numeric(18, 6) AS pnl
                FROM fitting GROUP BY name ORDER BY name DESC LIMIT 120) lately
            ORDER BY name""";

    private static final String CALIBRATION = FITTING + """
            SELECT avg(predicted) AS predicted, avg(won)::double precision AS realised, count(*) AS trades
            FROM judged GROUP BY floor(least(predicted, 0.9999) * 20) ORDER BY predicted""";

    private final Database database;
    private final String account;
    private final String mode;

    StatisticsRows(Database database, ServiceConfig config) {
        this.database = database;
        this.account = config.account();
        this.mode = config.mode();
    }

    TradeStatistics of(TradeQuery query) {
        List<Object> filter = new ArrayList<>(List.of(account, mode));
        String where = query.where(filter);
        Object[] parameters = filter.toArray();
        Row totals = database.first(TOTALS.formatted(where), parameters).orElseThrow();
        return new TradeStatistics(
                totals.getLong("trades"),
                totals.getLong("wins"),
                totals.getLong("losses"),
                totals.getLong("draws"),
                Columns.decimal(totals, "pnl"),
                Columns.decimal(totals, "fees"),
                Columns.decimal(totals, "cost"),
                totals.getDouble("return_percent"),
                Columns.decimalOrNull(totals, "expectancy"),
                Columns.decimalOrNull(totals, "average_win"),
                Columns.decimalOrNull(totals, "average_loss"),
                Columns.decimal(totals, "drawdown"),
                totals.getDouble("edge"),
                totals.getDouble("brier"),
                totals.getLong("judged"),
                database.list(
                        row -> new TradeStatistics.EquityPoint(
                                Columns.time(row, "ended_at"), Columns.decimal(row, "pnl")),
                        EQUITY.formatted(where),
                        parameters),
                slices(BY_HOUR.formatted(where), parameters),
                slices(BY_DAY.formatted(where), parameters),
                database.list(
                        row -> new TradeStatistics.CalibrationPoint(
                                row.getDouble("predicted"), row.getDouble("realised"), row.getLong("trades")),
                        CALIBRATION.formatted(where),
                        parameters));
    }

    private List<TradeStatistics.Slice> slices(String sql, Object[] parameters) {
        return database.list(
                row -> new TradeStatistics.Slice(
                        row.getString("name"), row.getLong("trades"), row.getLong("wins"), Columns.decimal(row, "pnl")),
                sql,
                parameters);
    }
}
