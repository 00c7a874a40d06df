package io.recio.trademanager.fill;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.trade.TradeId;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.trademanager.fill.ArrivedFill.Owner;
import io.recio.trademanager.trade.Tenure;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code account.fills} that do not stand in {@code trading.attached_fills} yet, with the order of ours that explains them. */
final class FillRows {

    private static final String UNATTACHED = """
            SELECT f.fill_id, f.order_id, f.client_order_id, f.ticker, f.bought_side, f.yes_price, f.quantity, f.fee, f.taker,
                f.filled_at, f.recorded_at, i.client_order_id AS owner, i.trade_id, i.purpose
            FROM account.fills f
            LEFT JOIN trading.attached_fills a ON a.account = f.account AND a.mode = f.mode AND a.fill_id = f.fill_id
            LEFT JOIN LATERAL (
                SELECT n.client_order_id, n.trade_id, n.purpose FROM trading.order_intents n
                WHERE n.account = f.account AND n.mode = f.mode AND n.client_order_id IN (f.client_order_id,
                    (SELECT o.client_order_id FROM trading.orders o WHERE o.exchange_order_id = f.order_id LIMIT 1),
                    (SELECT told.client_order_id FROM account.orders told
                        WHERE told.account = f.account AND told.mode = f.mode AND told.order_id = f.order_id))
                ORDER BY n.client_order_id = f.client_order_id DESC NULLS LAST LIMIT 1) i ON true
            WHERE f.account = $1 AND f.mode = $2 AND a.fill_id IS NULL\s""";
    private static final String ORDER = " ORDER BY f.filled_at, f.fill_id";

    private final Tenure tenure;

    FillRows(Tenure tenure) {
        this.tenure = tenure;
    }

    List<ArrivedFill> unattached(Statements statements) {
        return statements.list(FillRows::arrived, UNATTACHED + ORDER, tenure.account(), tenure.mode());
    }

    /** Only those written lately, which costs less the more fills there are. */
    List<ArrivedFill> unattached(Statements statements, Duration lately) {
        return statements.list(
                FillRows::arrived,
                UNATTACHED + "AND f.recorded_at > clock_timestamp() - $3::double precision * interval '1 millisecond'"
                        + ORDER,
                tenure.account(),
                tenure.mode(),
                (double) lately.toMillis());
    }

    /** @param trade empty when it is nobody's */
    void attach(Statements statements, FillId fill, Optional<Owner> trade) {
        statements.update(
                """
                INSERT INTO trading.attached_fills (account, mode, fill_id, trade_id, client_order_id)
                VALUES ($1, $2, $3, $4, $5)""",
                tenure.account(),
                tenure.mode(),
                fill.value(),
                trade.map(owner -> owner.trade().value()).orElse(null),
                trade.map(owner -> owner.order().value()).orElse(null));
    }

    private static ArrivedFill arrived(Row row) {
        Fill fill = new Fill(
                new FillId(row.getString("fill_id")),
                new ExchangeOrderId(row.getString("order_id")),
                Optional.ofNullable(row.getString("client_order_id")).map(ClientOrderId::new),
                new MarketTicker(row.getString("ticker")),
                Side.valueOf(row.getString("bought_side")),
                Price.of(row.getBigDecimal("yes_price")),
                Quantity.of(row.getBigDecimal("quantity")),
                Money.of(row.getBigDecimal("fee")),
                row.getBoolean("taker"),
                Times.business(row, "filled_at"));
        Optional<Owner> owner = Optional.ofNullable(row.getString("owner"))
                .map(order -> new Owner(
                        new TradeId(row.getUUID("trade_id")),
                        new ClientOrderId(order),
                        row.getString("purpose").equals("entry")));
        return new ArrivedFill(fill, Times.system(row, "recorded_at"), owner);
    }
}
