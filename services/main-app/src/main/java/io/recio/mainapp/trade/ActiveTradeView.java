package io.recio.mainapp.trade;

import com.fasterxml.jackson.databind.JsonNode;
import io.recio.mainapp.rest.Columns;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live trade as the supervisor values it.
 *
 * @param bufferDollars how far the price is on the winning side of the strike; negative on the losing side
 * @param probability that its side wins, 0 to 1
 * @param exitPriceDollars what one contract would fetch now
 */
record ActiveTradeView(
        UUID tradeId,
        String ticker,
        @Nullable String spotDollars,
        @Nullable String bufferDollars,
        @Nullable Double probability,
        @Nullable String exitPriceDollars,
        @Nullable String unrealizedPnlDollars,
        JsonNode stopState,
        @Nullable String advice,
        Instant computedAt) {

    static final String SELECT = """
            SELECT trade_id, active.ticker, spot, buffer, probability, exit_price, unrealized_pnl,
                   stop_state::text AS stop_state, advice, computed_at
            FROM trading.active_trades AS active JOIN trading.trades USING (trade_id)
            WHERE account = $1 AND mode = $2 ORDER BY created_at, trade_id""";

    static ActiveTradeView of(Row row) {
        return new ActiveTradeView(
                row.getUUID("trade_id"),
                row.getString("ticker"),
                Columns.decimalOrNull(row, "spot"),
                Columns.decimalOrNull(row, "buffer"),
                row.getDouble("probability"),
                Columns.decimalOrNull(row, "exit_price"),
                Columns.decimalOrNull(row, "unrealized_pnl"),
                Columns.document(row, "stop_state"),
                row.getString("advice"),
                Columns.time(row, "computed_at"));
    }
}
