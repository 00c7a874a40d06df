package io.recio.trademanager.settlement;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.time.BusinessTime;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.trademanager.trade.Tenure;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code account.settlements}; a provisional result settles nothing. */
final class SettlementRows {

    private static final String SELECT = """
        SELECT ticker, yes_value, revenue, fee, state, settled_at FROM account.settlements
        WHERE account = $1 AND mode = $2 AND\s\
        """;

    private final Tenure tenure;

    SettlementRows(Tenure tenure) {
        this.tenure = tenure;
    }

    List<MarketSettlement> settled(Statements statements, Collection<MarketTicker> tickers) {
        return statements.list(
                SettlementRows::settlement,
                SELECT + "ticker = ANY ($3) AND state IN ('final', 'amended')",
                tenure.account(),
                tenure.mode(),
                tickers.stream().map(MarketTicker::value).toArray(String[]::new));
    }

    /** When the markets close as now known; one that was moved counts with its new time. */
    Map<MarketTicker, BusinessTime> closeTimes(Statements statements, Collection<MarketTicker> tickers) {
        Map<MarketTicker, BusinessTime> times = new HashMap<>();
        statements
                .query("SELECT ticker, closes_at FROM markets.markets WHERE ticker = ANY ($1)", (Object)
                        tickers.stream().map(MarketTicker::value).toArray(String[]::new))
                .forEach(row -> times.put(new MarketTicker(row.getString("ticker")), Times.business(row, "closes_at")));
        return times;
    }

    List<MarketSettlement> amended(Statements statements) {
        return statements.list(
                SettlementRows::settlement, SELECT + "state = 'amended'", tenure.account(), tenure.mode());
    }

    private static MarketSettlement settlement(Row row) {
        return new MarketSettlement(
                new MarketTicker(row.getString("ticker")),
                Price.of(row.getBigDecimal("yes_value")),
                Money.of(row.getBigDecimal("revenue")),
                Money.of(row.getBigDecimal("fee")),
                row.getString("state").equals("amended"),
                Times.business(row, "settled_at"));
    }
}
