package io.recio.localstack.chaos.run;

import io.recio.localstack.chaos.check.OurBooks;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Reads our tables in one snapshot, by SQL of its own. */
public final class OurBooksReader {

    private OurBooksReader() {}

    public static OurBooks read(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return new OurBooks(
                Rows.list(
                        connection,
                        row -> new OurBooks.Request(row.getString(1), row.getString(2), row.getString(3)),
                        "SELECT request_id::text, kind, state FROM trading.requests ORDER BY requested_at"),
                Rows.list(
                        connection,
                        row -> new OurBooks.Trade(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBigDecimal(5),
                                row.getBigDecimal(6),
                                row.getBigDecimal(7),
                                row.getBigDecimal(8)),
                        """
                        SELECT trade_id::text, ticker, side, status, filled, closed, fees, pnl FROM trading.trades
                        ORDER BY created_at\
                        """),
                Rows.list(
                        connection,
                        row -> new OurBooks.Intent(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBigDecimal(5),
                                row.getString(6),
                                row.getString(7),
                                row.getBigDecimal(8)),
                        """
                        SELECT i.client_order_id, i.trade_id::text, i.purpose, i.ticker, i.quantity, i.state, o.status,
                            coalesce(o.filled, 0)
                        FROM trading.order_intents i LEFT JOIN trading.orders o USING (client_order_id)
                        ORDER BY i.intended_at\
                        """),
                Rows.list(
                        connection,
                        row -> new OurBooks.Event(
                                row.getString(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getObject(5, OffsetDateTime.class).toInstant()),
                        "SELECT client_order_id, seq, type, epoch, recorded_at FROM trading.order_events"),
                Rows.list(
                        connection,
                        row -> new OurBooks.Fill(
                                row.getString(1),
                                row.getString(2),
                                row.getBigDecimal(3),
                                row.getBigDecimal(4),
                                row.getBigDecimal(5)),
                        """
                        SELECT fill_id, client_order_id, yes_price, quantity, fee FROM account.fills
                        ORDER BY recorded_at\
                        """),
                Rows.list(
                        connection,
                        row -> new OurBooks.Attached(row.getString(1), row.getString(2)),
                        "SELECT fill_id, trade_id::text FROM trading.attached_fills"),
                Rows.list(
                                connection,
                                row -> row.getBigDecimal(1),
                                "SELECT coalesce(sum(balance), 0) FROM account.balances")
                        .stream()
                        .findFirst()
                        .orElse(BigDecimal.ZERO));
    }
}
