package io.recio.mainapp.account;

import static io.recio.mainapp.rest.Csv.column;

import io.recio.mainapp.rest.Csv;
import java.util.List;

/** What the exports of the account hold. */
final class AccountCsv {

    static final List<Csv.Column<OrderEntry>> ORDERS = List.of(
            column("order_id", OrderEntry::orderId),
            column("client_order_id", OrderEntry::clientOrderId),
            column("trade_id", OrderEntry::tradeId),
            column("purpose", OrderEntry::purpose),
            column("ticker", OrderEntry::ticker),
            column("bought_side", OrderEntry::boughtSide),
            column("status", OrderEntry::status),
            column("yes_price_dollars", OrderEntry::yesPriceDollars),
            column("initial", OrderEntry::initial),
            column("filled", OrderEntry::filled),
            column("remaining", OrderEntry::remaining),
            column("created_at", OrderEntry::createdAt),
            column("last_reason", OrderEntry::lastReason));

    static final List<Csv.Column<FillView>> FILLS = List.of(
            column("fill_id", FillView::fillId),
            column("order_id", FillView::orderId),
            column("client_order_id", FillView::clientOrderId),
            column("trade_id", FillView::tradeId),
            column("ticker", FillView::ticker),
            column("bought_side", FillView::boughtSide),
            column("yes_price_dollars", FillView::yesPriceDollars),
            column("quantity", FillView::quantity),
            column("fee_dollars", FillView::feeDollars),
            column("taker", FillView::taker),
            column("filled_at", FillView::filledAt));

    static final List<Csv.Column<SettlementView>> SETTLEMENTS = List.of(
            column("ticker", SettlementView::ticker),
            column("event_ticker", SettlementView::eventTicker),
            column("result", SettlementView::result),
            column("yes_value_dollars", SettlementView::yesValueDollars),
            column("yes_count", SettlementView::yesCount),
            column("no_count", SettlementView::noCount),
            column("revenue_dollars", SettlementView::revenueDollars),
            column("fee_dollars", SettlementView::feeDollars),
            column("state", SettlementView::state),
            column("settled_at", SettlementView::settledAt));

    private AccountCsv() {}
}
