package io.recio.mainapp.market;

import io.recio.mainapp.rest.Columns;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest price of a symbol. Deltas and changes are in percent, momentum the unrounded weighted percent, volatilities
 * the standard deviation of one second's log return. Times are business times.
 *
 * @param feedState live, backfilling, silent, missing_trades or cached
 * @param heardAt the newest timestamp of the feed
 */
record PriceView(
        String symbol,
        Instant at,
        String priceDollars,
        @Nullable String mean60sDollars,
        @Nullable Double momentum,
        @Nullable Double delta1m,
        @Nullable Double delta2m,
        @Nullable Double delta3m,
        @Nullable Double delta4m,
        @Nullable Double delta15m,
        @Nullable Double delta30m,
        @Nullable Double volatility1m,
        @Nullable Double volatility15m,
        @Nullable Double change1h,
        @Nullable Double change3h,
        @Nullable Double change1d,
        String quality,
        String feedState,
        @Nullable Instant heardAt,
        @Nullable String indexDollars,
        @Nullable Instant indexAt) {

    static final String SELECT = """
            SELECT symbol, at, price, mean_60s, momentum, delta_1m, delta_2m, delta_3m, delta_4m, delta_15m, delta_30m,
                   vol_1m, vol_15m, change_1h, change_3h, change_1d, quality, feed_state, heard_at, index_price, index_at
            FROM live_data.latest_price ORDER BY symbol""";

    static PriceView of(Row row) {
        return new PriceView(
                row.getString("symbol"),
                Columns.time(row, "at"),
                Columns.decimal(row, "price"),
                Columns.decimalOrNull(row, "mean_60s"),
                row.getDouble("momentum"),
                row.getDouble("delta_1m"),
                row.getDouble("delta_2m"),
                row.getDouble("delta_3m"),
                row.getDouble("delta_4m"),
                row.getDouble("delta_15m"),
                row.getDouble("delta_30m"),
                row.getDouble("vol_1m"),
                row.getDouble("vol_15m"),
                row.getDouble("change_1h"),
                row.getDouble("change_3h"),
                row.getDouble("change_1d"),
                row.getString("quality"),
                row.getString("feed_state"),
                Columns.timeOrNull(row, "heard_at"),
                Columns.decimalOrNull(row, "index_price"),
                Columns.timeOrNull(row, "index_at"));
    }
}
