package io.recio.mainapp.trade;

import static io.recio.mainapp.rest.Csv.column;

import io.recio.mainapp.rest.Csv;
import java.util.List;

/** What an export of trades holds. */
final class TradeCsv {

    private static final List<Csv.Column<TradeView>> COLUMNS = List.of(
            column("trade_id", TradeView::tradeId),
            column("created_at", TradeView::createdAt),
            column("ended_at", TradeView::endedAt),
            column("symbol", TradeView::symbol),
            column("ticker", TradeView::ticker),
            column("side", TradeView::side),
            column("strategy", TradeView::strategy),
            column("entered_by", TradeView::enteredBy),
            column("status", TradeView::status),
            column("requested", TradeView::requested),
            column("filled", TradeView::filled),
            column("cost_dollars", TradeView::costDollars),
            column("proceeds_dollars", TradeView::proceedsDollars),
            column("fees_dollars", TradeView::feesDollars),
            column("pnl_dollars", TradeView::pnlDollars),
            column("outcome", TradeView::outcome),
            column("close_reason", TradeView::closeReason),
            column("denial_code", TradeView::denialCode));

    private TradeCsv() {}

    static String write(List<TradeView> trades) {
        return Csv.write(COLUMNS, trades);
    }
}
