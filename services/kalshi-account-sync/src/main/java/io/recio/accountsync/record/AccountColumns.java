package io.recio.accountsync.record;

import io.recio.accountsync.order.StoredOrder;
import io.recio.accountsync.position.HeldPosition;
import io.recio.accountsync.settlement.StoredSettlement;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Decimals;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.NetPosition;
import io.recio.storage.Times;
import io.vertx.sqlclient.Row;
import java.util.Locale;
import java.util.Optional;

/** Rows of {@code account.*} as values. */
final class AccountColumns {

    private AccountColumns() {}

    static Fill fill(Row row) {
        return new Fill(
                new FillId(row.getString("fill_id")),
                new ExchangeOrderId(row.getString("order_id")),
                clientOrderId(row),
                new MarketTicker(row.getString("ticker")),
                Side.valueOf(row.getString("bought_side")),
                Price.of(row.getBigDecimal("yes_price")),
                Quantity.of(row.getBigDecimal("quantity")),
                Money.of(row.getBigDecimal("fee")),
                row.getBoolean("taker"),
                Times.business(row, "filled_at"));
    }

    static StoredOrder order(Row row) {
        return new StoredOrder(
                new ExchangeOrderId(row.getString("order_id")),
                clientOrderId(row),
                new MarketTicker(row.getString("ticker")),
                Side.valueOf(row.getString("bought_side")),
                row.getString("status"),
                Price.of(row.getBigDecimal("yes_price")),
                Quantity.of(row.getBigDecimal("initial_count")),
                Quantity.of(row.getBigDecimal("filled_count")),
                Quantity.of(row.getBigDecimal("remaining_count")),
                Times.business(row, "created_at"),
                Optional.ofNullable(row.getString("last_update_reason")));
    }

    static HeldPosition position(Row row) {
        return new HeldPosition(
                new MarketTicker(row.getString("ticker")),
                new NetPosition(Decimals.exact("position", row.getBigDecimal("position"), Quantity.SCALE)),
                Money.of(row.getBigDecimal("exposure")),
                Money.of(row.getBigDecimal("realized_pnl")),
                Money.of(row.getBigDecimal("fees_paid")),
                Times.business(row, "exchange_at"));
    }

    static StoredSettlement settlement(Row row) {
        return new StoredSettlement(
                new MarketTicker(row.getString("ticker")),
                new EventTicker(row.getString("event_ticker")),
                MarketResult.valueOf(row.getString("result").toUpperCase(Locale.ROOT)),
                Price.of(row.getBigDecimal("yes_value")),
                Quantity.of(row.getBigDecimal("yes_count")),
                Quantity.of(row.getBigDecimal("no_count")),
                Money.of(row.getBigDecimal("revenue")),
                Money.of(row.getBigDecimal("fee")),
                StoredSettlement.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Times.business(row, "settled_at"));
    }

    private static Optional<ClientOrderId> clientOrderId(Row row) {
        return Optional.ofNullable(row.getString("client_order_id")).map(ClientOrderId::new);
    }
}
