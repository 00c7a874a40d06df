package io.recio.mainapp.trade;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Trades as comma-separated values (RFC 4180), amounts as exact as stored, times RFC 3339 in UTC. */
final class TradeCsv {

    private static final String HEADER = "trade_id,created_at,ended_at,symbol,ticker,side,strategy,entered_by,status,"
            + "requested,filled,cost_dollars,proceeds_dollars,fees_dollars,pnl_dollars,outcome,close_reason,denial_code";

    private TradeCsv() {}

    static String write(List<TradeView> trades) {
        return Stream.concat(Stream.of(HEADER), trades.stream().map(TradeCsv::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(TradeView trade) {
        return Stream.of(
                        trade.tradeId(),
                        trade.createdAt(),
                        trade.endedAt(),
                        trade.symbol(),
                        trade.ticker(),
                        trade.side(),
                        trade.strategy(),
                        trade.enteredBy(),
                        trade.status(),
                        trade.requested(),
                        trade.filled(),
                        trade.costDollars(),
                        trade.proceedsDollars(),
                        trade.feesDollars(),
                        trade.pnlDollars(),
                        trade.outcome(),
                        trade.closeReason(),
                        trade.denialCode())
                .map(value -> quoted(Objects.toString(value, "")))
                .collect(Collectors.joining(","));
    }

    /** Quoted where needed; a text that a spreadsheet would take for a formula gets an apostrophe. */
    static String quoted(String value) {
        boolean number = value.matches("-?\\d+(\\.\\d+)?");
        String safe = !number && value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
