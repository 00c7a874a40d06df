package io.recio.mainapp.account;

import io.recio.mainapp.rest.Columns;
import io.recio.mainapp.rest.Page;
import io.recio.mainapp.rest.PageQuery;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the account's orders, their events, and how the balance went. */
@Singleton
class OrderRows {

    /** As many as a curve can show apart. */
    private static final int BALANCE_POINTS = 400;

    private static final String ORDERS = """
            FROM account.orders o LEFT JOIN trading.order_intents i USING (client_order_id)
            WHERE o.account = $1 AND o.mode = $2""";

    private static final String COLUMNS = """
            SELECT o.order_id, client_order_id, i.trade_id, i.purpose, o.ticker, o.bought_side, o.status, o.yes_price,
                   o.initial_count, o.filled_count, o.remaining_count, o.created_at, o.updated_at, o.last_update_reason
            """;

    private final Database database;
    private final String account;
    private final String mode;

    OrderRows(Database database, ServiceConfig config) {
        this.database = database;
        this.account = config.account();
        this.mode = config.mode();
    }

    Page<OrderEntry> page(PageQuery page) {
        long total = database.first("SELECT count(*) AS total " + ORDERS, account, mode)
                .orElseThrow()
                .getLong("total");
        return new Page<>(newest(page.size(), page.offset()), total, page.page(), page.size());
    }

    List<OrderEntry> newest(int limit, int offset) {
        return database.list(
                OrderRows::order,
                COLUMNS + ORDERS + " ORDER BY o.created_at DESC, o.order_id LIMIT $3 OFFSET $4",
                account,
                mode,
                limit,
                offset);
    }

    /** Its events, the first one first; none for an order that we did not send. */
    List<OrderStep> steps(String orderId) {
        return database.list(
                row -> new OrderStep(
                        row.getInteger("seq"),
                        row.getString("type"),
                        Columns.document(row, "document"),
                        Columns.time(row, "business_at")),
                """
                SELECT e.seq, e.type, e.document::text AS document, e.business_at
                FROM account.orders o JOIN trading.order_events e USING (client_order_id)
                WHERE o.account = $1 AND o.mode = $2 AND o.order_id = $3 ORDER BY e.seq""",
                account,
                mode,
                orderId);
    }

    /** The balance of each shard over the last hours: of every stretch of time its last value. */
    List<BalancePoint> balances(int hours) {
        return database.list(
                row -> new BalancePoint(
                        row.getInteger("exchange_index"), Columns.time(row, "at"), Columns.decimal(row, "balance")),
                """
                SELECT DISTINCT ON (exchange_index, stretch) exchange_index, at, balance
                FROM (SELECT exchange_index, at, balance,
                             date_bin(greatest(1, $3::integer * 3600 / $4::integer) * interval '1 second', at, 'epoch') AS stretch
                      FROM account.balance_history
                      WHERE account = $1 AND mode = $2
                        AND at > (SELECT max(at) FROM account.balance_history WHERE account = $1 AND mode = $2)
                                 - $3::integer * interval '1 hour') points
                ORDER BY exchange_index, stretch, at DESC""",
                account,
                mode,
                hours,
                BALANCE_POINTS);
    }

    private static OrderEntry order(Row row) {
        return new OrderEntry(
                row.getString("order_id"),
                row.getString("client_order_id"),
                row.getUUID("trade_id"),
                row.getString("purpose"),
                row.getString("ticker"),
                row.getString("bought_side"),
                row.getString("status"),
                Columns.decimal(row, "yes_price"),
                Columns.decimal(row, "initial_count"),
                Columns.decimal(row, "filled_count"),
                Columns.decimal(row, "remaining_count"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"),
                row.getString("last_update_reason"));
    }
}
