package io.recio.mainapp.trade;

import io.recio.mainapp.rest.Columns;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trade as the trade manager keeps it; amounts exact, times business.
 *
 * @param requested contracts asked for; filled and closed alike
 * @param averagePriceDollars cost by filled contracts, to four decimals, for display
 * @param strikeDollars the level that divides yes from no
 * @param outcome W, L or D by the sign of the PnL, once closed
 */
record TradeView(
        UUID tradeId,
        String symbol,
        String ticker,
        String eventTicker,
        String side,
        String strategy,
        String enteredBy,
        String status,
        String requested,
        String filled,
        String closed,
        @Nullable String averagePriceDollars,
        String costDollars,
        String proceedsDollars,
        String feesDollars,
        @Nullable String pnlDollars,
        @Nullable String outcome,
        String strikeDollars,
        String strikeType,
        Instant closesAt,
        String priceCapDollars,
        @Nullable String askSeenDollars,
        @Nullable Double probabilitySeen,
        @Nullable Double momentumSeen,
        @Nullable String spotSeenDollars,
        @Nullable String closeReason,
        @Nullable String denialCode,
        @Nullable UUID decisionId,
        Instant createdAt,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt) {

    static final String COLUMNS = """
            trade_id, symbol, ticker, event_ticker, side, strategy, entered_by, status, requested, filled, closed,
            CASE WHEN filled > 0 THEN round(cost / filled, 4) END AS average_price, cost, proceeds, fees, pnl, outcome,
            strike, strike_type, closes_at, price_cap, ask_seen, probability_seen, momentum_seen, spot_seen, close_reason,
            denial_code, decision_id, created_at, opened_at, ended_at""";

    static TradeView of(Row row) {
        return new TradeView(
                row.getUUID("trade_id"),
                row.getString("symbol"),
                row.getString("ticker"),
                row.getString("event_ticker"),
                row.getString("side"),
                row.getString("strategy"),
                row.getString("entered_by"),
                row.getString("status"),
                Columns.decimal(row, "requested"),
                Columns.decimal(row, "filled"),
                Columns.decimal(row, "closed"),
                Columns.decimalOrNull(row, "average_price"),
                Columns.decimal(row, "cost"),
                Columns.decimal(row, "proceeds"),
                Columns.decimal(row, "fees"),
                Columns.decimalOrNull(row, "pnl"),
                row.getString("outcome"),
                Columns.decimal(row, "strike"),
                row.getString("strike_type"),
                Columns.time(row, "closes_at"),
                Columns.decimal(row, "price_cap"),
                Columns.decimalOrNull(row, "ask_seen"),
                row.getDouble("probability_seen"),
                row.getDouble("momentum_seen"),
                Columns.decimalOrNull(row, "spot_seen"),
                row.getString("close_reason"),
                row.getString("denial_code"),
                row.getUUID("decision_id"),
                Columns.time(row, "created_at"),
                Columns.timeOrNull(row, "opened_at"),
                Columns.timeOrNull(row, "ended_at"));
    }
}
