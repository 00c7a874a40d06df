package io.recio.mainapp.market;

import io.recio.mainapp.rest.Columns;
import io.recio.storage.Database;
import jakarta.inject.Singleton;

/** Reads {@code live_data.price_log} in steps fit for a chart, counted back from the newest price. */
@Singleton
class PriceHistoryRows {

    /** As many steps as a chart can show apart. */
    private static final int STEPS = 360;

    private static final int SHORTEST_STEP = 5;

    private static final int SECONDS_PER_MINUTE = 60;

    private final Database database;

    PriceHistoryRows(Database database) {
        this.database = database;
    }

    PriceHistoryView history(String symbol, int minutes) {
        int step = Math.max(SHORTEST_STEP, minutes * SECONDS_PER_MINUTE / STEPS);
        return new PriceHistoryView(
                symbol,
                step,
                database.list(
                        row -> new PriceHistoryView.Step(
                                Columns.time(row, "step_at"),
                                Columns.decimal(row, "open"),
                                Columns.decimal(row, "high"),
                                Columns.decimal(row, "low"),
                                Columns.decimal(row, "close"),
                                Columns.decimalOrNull(row, "index_close"),
                                row.getDouble("momentum_close")),
                        """
                        SELECT date_bin($2::integer * interval '1 second', log.at, 'epoch') AS step_at,
                               (array_agg(log.price ORDER BY log.at))[1] AS open, max(log.price) AS high,
                               min(log.price) AS low, (array_agg(log.price ORDER BY log.at DESC))[1] AS close,
                               (array_agg(log.index_price ORDER BY log.at DESC))[1] AS index_close,
                               (array_agg(log.momentum ORDER BY log.at DESC))[1] AS momentum_close
                        FROM live_data.price_log log
                        WHERE log.symbol = $1
                          AND log.at > (SELECT at FROM live_data.latest_price WHERE symbol = $1)
                                       - $3::integer * interval '1 minute'
                        GROUP BY step_at ORDER BY step_at""",
                        symbol,
                        step,
                        minutes));
    }
}
