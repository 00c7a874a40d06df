package io.recio.trademanager.api;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A trade; amounts are decimal text, contracts too, times business. */
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
        String costDollars,
        String proceedsDollars,
        String feesDollars,
        @Nullable String pnlDollars,
        @Nullable String outcome,
        String strikeDollars,
        String priceCapDollars,
        Instant closesAt,
        @Nullable String closeReason,
        @Nullable String denialCode,
        Instant createdAt,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt) {

    static final String COLUMNS = """
        trade_id, symbol, ticker, event_ticker, side, strategy, entered_by, status, requested, filled, closed, cost,
        proceeds, fees, pnl, outcome, strike, price_cap, closes_at, close_reason, denial_code, created_at, opened_at,
        ended_at\
        """;

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
                decimal(row, "requested"),
                decimal(row, "filled"),
                decimal(row, "closed"),
                decimal(row, "cost"),
                decimal(row, "proceeds"),
                decimal(row, "fees"),
                row.getBigDecimal("pnl") == null ? null : decimal(row, "pnl"),
                row.getString("outcome"),
                decimal(row, "strike"),
                decimal(row, "price_cap"),
                row.getOffsetDateTime("closes_at").toInstant(),
                row.getString("close_reason"),
                row.getString("denial_code"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row, "opened_at"),
                instant(row, "ended_at"));
    }

    static String decimal(Row row, String column) {
        BigDecimal value = row.getBigDecimal(column);
        return value.toPlainString();
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
