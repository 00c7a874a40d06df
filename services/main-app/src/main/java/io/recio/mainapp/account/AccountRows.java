package io.recio.mainapp.account;

import io.recio.mainapp.rest.Columns;
import io.recio.mainapp.rest.Page;
import io.recio.mainapp.rest.PageQuery;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code account.*} of our account and mode. */
@Singleton
class AccountRows {

    private final Database database;
    private final String account;
    private final String mode;

    AccountRows(Database database, ServiceConfig config) {
        this.database = database;
        this.account = config.account();
        this.mode = config.mode();
    }

    List<BalanceView> balances() {
        return database.list(
                row -> new BalanceView(
                        row.getInteger("exchange_index"),
                        Columns.decimal(row, "balance"),
                        Columns.decimal(row, "exposure"),
                        Columns.time(row, "updated_at")),
                """
                SELECT exchange_index, balance, updated_at,
                    (SELECT coalesce(sum(exposure), 0) FROM account.positions JOIN markets.markets USING (ticker)
                     WHERE account = $1 AND mode = $2 AND markets.exchange_index = balances.exchange_index) AS exposure
                FROM account.balances WHERE account = $1 AND mode = $2 ORDER BY exchange_index""",
                account,
                mode);
    }

    TotalView total() {
        return database.first("""
                        SELECT
                            (SELECT coalesce(sum(balance), 0) FROM account.balances
                             WHERE account = $1 AND mode = $2) AS balance,
                            (SELECT coalesce(sum(exposure), 0) FROM account.positions
                             WHERE account = $1 AND mode = $2) AS exposure""", account, mode)
                .map(row -> new TotalView(Columns.decimal(row, "balance"), Columns.decimal(row, "exposure")))
                .orElseThrow();
    }

    List<PositionView> positions() {
        return database.list(
                row -> new PositionView(
                        row.getString("ticker"),
                        Columns.decimal(row, "position"),
                        Columns.decimal(row, "exposure"),
                        Columns.decimal(row, "realized_pnl"),
                        Columns.decimal(row, "fees_paid"),
                        Columns.time(row, "exchange_at")),
                """
                SELECT ticker, position, exposure, realized_pnl, fees_paid, exchange_at FROM account.positions
                WHERE account = $1 AND mode = $2 ORDER BY position = 0, ticker""",
                account,
                mode);
    }

    Page<FillView> fills(PageQuery page) {
        return page(
                "account.fills LEFT JOIN trading.attached_fills USING (account, mode, fill_id)",
                """
                fill_id, order_id, fills.client_order_id, trade_id, ticker, bought_side, yes_price, quantity, fee, taker,
                filled_at""",
                "filled_at DESC, fill_id",
                page,
                row -> new FillView(
                        row.getString("fill_id"),
                        row.getString("order_id"),
                        row.getString("client_order_id"),
                        row.getUUID("trade_id"),
                        row.getString("ticker"),
                        row.getString("bought_side"),
                        Columns.decimal(row, "yes_price"),
                        Columns.decimal(row, "quantity"),
                        Columns.decimal(row, "fee"),
                        row.getBoolean("taker"),
                        Columns.time(row, "filled_at")));
    }

    Page<SettlementView> settlements(PageQuery page) {
        return page(
                "account.settlements",
                "ticker, event_ticker, result, yes_value, yes_count, no_count, revenue, fee, state, settled_at",
                "settled_at DESC, ticker",
                page,
                row -> new SettlementView(
                        row.getString("ticker"),
                        row.getString("event_ticker"),
                        row.getString("result"),
                        Columns.decimal(row, "yes_value"),
                        Columns.decimal(row, "yes_count"),
                        Columns.decimal(row, "no_count"),
                        Columns.decimal(row, "revenue"),
                        Columns.decimal(row, "fee"),
                        row.getString("state"),
                        Columns.time(row, "settled_at")));
    }

    Optional<SyncView> sync() {
        return database.first("""
                        SELECT authenticated, socket_connected, socket_heard_at, reconciled_at, stale, reason
                        FROM account.sync_state WHERE account = $1 AND mode = $2""", account, mode)
                .map(row -> new SyncView(
                        row.getBoolean("authenticated"),
                        row.getBoolean("socket_connected"),
                        Columns.timeOrNull(row, "socket_heard_at"),
                        Columns.timeOrNull(row, "reconciled_at"),
                        row.getBoolean("stale"),
                        row.getString("reason")));
    }

    private <T> Page<T> page(String from, String columns, String order, PageQuery page, Function<Row, T> reader) {
        String ours = " FROM " + from + " WHERE account = $1 AND mode = $2";
        long total = database.first("SELECT count(*) AS total" + ours, account, mode)
                .orElseThrow()
                .getLong("total");
        return new Page<>(
                database.list(
                        reader,
                        "SELECT " + columns + ours + " ORDER BY " + order + " LIMIT $3 OFFSET $4",
                        account,
                        mode,
                        page.size(),
                        page.offset()),
                total,
                page.page(),
                page.size());
    }
}
