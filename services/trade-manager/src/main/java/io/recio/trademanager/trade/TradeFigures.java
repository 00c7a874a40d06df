package io.recio.trademanager.trade;

import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.CloseReason;
import io.recio.domain.trade.Outcome;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeStatus;
import io.recio.storage.Times;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of {@code trading.trades} that follow from the events; what a row should hold, and what it holds. */
record TradeFigures(
        String status,
        BigDecimal filled,
        BigDecimal closed,
        BigDecimal cost,
        BigDecimal proceeds,
        BigDecimal fees,
        @Nullable BigDecimal pnl,
        @Nullable String outcome,
        @Nullable String closeReason,
        @Nullable String denialCode,
        @Nullable OffsetDateTime openedAt,
        @Nullable OffsetDateTime endedAt,
        int events) {

    static TradeFigures of(LoggedTrade logged) {
        Trade trade = logged.trade();
        return new TradeFigures(
                trade.status().name().toLowerCase(Locale.ROOT),
                trade.filled().contracts(),
                trade.closed().contracts(),
                trade.cost().dollars(),
                trade.proceeds().dollars(),
                trade.fees().dollars(),
                trade.status() == TradeStatus.CLOSED ? trade.pnl().dollars() : null,
                trade.outcome().map(Outcome::letter).orElse(null),
                trade.closeReason().map(CloseReason::name).orElse(null),
                trade.refusal().map(Trade.Refusal::code).orElse(null),
                logged.openedAt().map(TradeFigures::column).orElse(null),
                logged.endedAt().map(TradeFigures::column).orElse(null),
                logged.events());
    }

    static TradeFigures read(Row row) {
        return new TradeFigures(
                row.getString("status"),
                row.getBigDecimal("filled"),
                row.getBigDecimal("closed"),
                row.getBigDecimal("cost"),
                row.getBigDecimal("proceeds"),
                row.getBigDecimal("fees"),
                row.getBigDecimal("pnl"),
                row.getString("outcome"),
                row.getString("close_reason"),
                row.getString("denial_code"),
                row.getOffsetDateTime("opened_at"),
                row.getOffsetDateTime("ended_at"),
                row.getInteger("events"));
    }

    /** The database keeps microseconds. */
    static OffsetDateTime column(BusinessTime time) {
        return Times.column(time).truncatedTo(ChronoUnit.MICROS);
    }
}
