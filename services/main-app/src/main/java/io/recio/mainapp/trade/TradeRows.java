package io.recio.mainapp.trade;

import io.recio.mainapp.rest.Columns;
import io.recio.mainapp.rest.PageQuery;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads trades of our account and mode. */
@Singleton
class TradeRows {

    private final Database database;
    private final String account;
    private final String mode;

    TradeRows(Database database, ServiceConfig config) {
        this.database = database;
        this.account = config.account();
        this.mode = config.mode();
    }

    /** All that are not over and the newest that are. */
    List<TradeView> activeAndRecent(int recent) {
        return database.list(TradeView::of, """
                WITH ours AS (SELECT * FROM trading.trades WHERE account = $1 AND mode = $2),
                     shown AS (
                         SELECT * FROM ours WHERE status IN ('pending', 'open', 'closing', 'expired')
                         UNION ALL
                         (SELECT * FROM ours WHERE status NOT IN ('pending', 'open', 'closing', 'expired')
                          ORDER BY created_at DESC, trade_id LIMIT $3))
                SELECT %s FROM shown ORDER BY created_at DESC, trade_id""".formatted(TradeView.COLUMNS), account, mode, recent);
    }

    List<ActiveTradeView> active() {
        return database.list(ActiveTradeView::of, ActiveTradeView.SELECT, account, mode);
    }

    TradePage page(TradeQuery query, PageQuery page) {
        List<Object> parameters = ours();
        String where = where(query, parameters);
        Row totals = database.first("""
                        SELECT count(*) AS total, count(*) FILTER (WHERE outcome = 'W') AS wins,
                               count(*) FILTER (WHERE outcome = 'L') AS losses, count(*) FILTER (WHERE outcome = 'D') AS draws,
                               coalesce(sum(pnl), 0)::numeric(18, 6) AS pnl, coalesce(sum(fees), 0)::numeric(18, 6) AS fees
                        FROM trading.trades WHERE %s""".formatted(where), parameters.toArray()).orElseThrow();
        return new TradePage(
                trades(query, parameters, where, page.size(), page.offset()),
                totals.getLong("total"),
                page.page(),
                page.size(),
                new TradePage.Totals(
                        totals.getLong("wins"),
                        totals.getLong("losses"),
                        totals.getLong("draws"),
                        Columns.decimal(totals, "pnl"),
                        Columns.decimal(totals, "fees")));
    }

    /** Every trade that fits, up to the limit. */
    List<TradeView> all(TradeQuery query, int limit) {
        List<Object> parameters = ours();
        return trades(query, parameters, where(query, parameters), limit, 0);
    }

    Optional<TradeView> find(UUID tradeId) {
        return database.first(
                        "SELECT " + TradeView.COLUMNS
                                + " FROM trading.trades WHERE trade_id = $1 AND account = $2 AND mode = $3",
                        tradeId,
                        account,
                        mode)
                .map(TradeView::of);
    }

    TradeDetail detail(TradeView trade) {
        return new TradeDetail(
                trade,
                database.list(TradeRows::event, """
                        SELECT seq, type, document::text AS document, business_at
                        FROM trading.trade_events WHERE trade_id = $1 ORDER BY seq""", trade.tradeId()),
                orders(trade.tradeId()),
                fills(trade.tradeId()));
    }

    private List<TradeDetail.TradeOrder> orders(UUID tradeId) {
        return database.list(
                row -> new TradeDetail.TradeOrder(
                        row.getString("client_order_id"),
                        row.getString("exchange_order_id"),
                        row.getString("purpose"),
                        row.getString("book_side"),
                        Columns.decimal(row, "quantity"),
                        Columns.decimal(row, "yes_price"),
                        row.getString("time_in_force"),
                        row.getBoolean("reduce_only"),
                        row.getString("state"),
                        row.getString("status"),
                        Columns.decimalOrNull(row, "filled"),
                        row.getString("reason"),
                        Columns.time(row, "intended_at"),
                        orderEvents(row.getString("client_order_id"))),
                """
                SELECT client_order_id, exchange_order_id, purpose, book_side, quantity, yes_price, time_in_force,
                       reduce_only, state, status, filled, reason, intended_at
                FROM trading.order_intents LEFT JOIN trading.orders USING (client_order_id)
                WHERE trade_id = $1 ORDER BY intended_at, client_order_id""",
                tradeId);
    }

    private List<TradeDetail.StoryEvent> orderEvents(String clientOrderId) {
        return database.list(TradeRows::event, """
                SELECT seq, type, document::text AS document, business_at
                FROM trading.order_events WHERE client_order_id = $1 ORDER BY seq""", clientOrderId);
    }

    private List<TradeDetail.TradeFill> fills(UUID tradeId) {
        return database.list(
                row -> new TradeDetail.TradeFill(
                        row.getString("fill_id"),
                        row.getString("order_id"),
                        row.getString("bought_side"),
                        Columns.decimal(row, "yes_price"),
                        Columns.decimal(row, "quantity"),
                        Columns.decimal(row, "fee"),
                        row.getBoolean("taker"),
                        Columns.time(row, "filled_at")),
                """
                SELECT fill_id, order_id, bought_side, yes_price, quantity, fee, taker, filled_at
                FROM trading.attached_fills JOIN account.fills USING (account, mode, fill_id)
                WHERE trade_id = $1 ORDER BY filled_at, fill_id""",
                tradeId);
    }

    private List<TradeView> trades(TradeQuery query, List<Object> filter, String where, int limit, int offset) {
        var parameters = new ArrayList<>(filter);
        parameters.add(limit);
        parameters.add(offset);
        return database.list(
                TradeView::of,
                "SELECT %s FROM trading.trades WHERE %s ORDER BY %s, trade_id LIMIT $%d OFFSET $%d"
                        .formatted(TradeView.COLUMNS, where, query.order(), parameters.size() - 1, parameters.size()),
                parameters.toArray());
    }

    private List<Object> ours() {
        return new ArrayList<>(List.of(account, mode));
    }

    private static String where(TradeQuery query, List<Object> parameters) {
        return "account = $1 AND mode = $2 AND " + query.where(parameters);
    }

    private static TradeDetail.StoryEvent event(Row row) {
        return new TradeDetail.StoryEvent(
                row.getInteger("seq"),
                row.getString("type"),
                Columns.document(row, "document"),
                Columns.time(row, "business_at"));
    }
}
