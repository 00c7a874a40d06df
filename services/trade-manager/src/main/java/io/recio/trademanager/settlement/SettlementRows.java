package io.recio.trademanager.settlement;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.trademanager.trade.Tenure;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;

/** Reads {@code account.settlements}; a provisional result settles nothing. */
final class SettlementRows {

    private static final String SELECT = """
            SELECT ticker, yes_value, revenue, fee, state, settled_at FROM account.settlements
            WHERE account = $1 AND mode = $2 AND\s""";

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
