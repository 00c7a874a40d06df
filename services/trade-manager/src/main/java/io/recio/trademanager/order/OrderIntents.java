package io.recio.trademanager.order;

import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.TradeId;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.trademanager.trade.Tenure;
import java.util.Locale;

/** Writes {@code trading.order_intents}; the insert wakes the executor when it commits. Names stand in small letters. */
public final class OrderIntents {

    private final Tenure tenure;

    public OrderIntents(Tenure tenure) {
        this.tenure = tenure;
    }

    /** @param closesAt the market's, after which nothing is sent */
    public void insert(Statements statements, TradeId trade, OrderIntent intent, BusinessTime closesAt) {
        insert(statements, trade, intent, closesAt, "new");
    }

    /** Writes one that was sent before our records lost it: the executor settles by evidence what became of it. */
    public void insertSent(Statements statements, TradeId trade, OrderIntent intent, BusinessTime closesAt) {
        insert(statements, trade, intent, closesAt, "in_doubt");
    }

    private void insert(Statements statements, TradeId trade, OrderIntent intent, BusinessTime closesAt, String state) {
        statements.send(
                """
                INSERT INTO trading.order_intents (client_order_id, account, mode, trade_id, purpose, ticker, book_side,
                    quantity, yes_price, time_in_force, reduce_only, self_trade_prevention, order_group, exchange_index,
                    deadline, closes_at, state)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8::numeric, $9::numeric, $10, $11, $12, $13, $14, $15, $16, $17)""",
                intent.clientOrderId().value(),
                tenure.account(),
                tenure.mode(),
                trade.value(),
                small(intent.purpose()),
                intent.ticker().value(),
                small(intent.bookSide()),
                intent.count().contracts(),
                intent.yesPrice().dollars(),
                small(intent.timeInForce()),
                intent.reduceOnly(),
                small(intent.selfTradePrevention()),
                intent.group().map(OrderGroupId::value).orElse(null),
                intent.shard(),
                intent.deadline().map(Times::column).orElse(null),
                Times.column(closesAt),
                state);
    }

    /** Whether the executor's scans have proven that the exchange never had it. */
    public boolean isProvenAbsent(Statements statements, ClientOrderId order) {
        return statements
                .first("SELECT 1 FROM trading.orders WHERE client_order_id = $1 AND status = 'ABSENT'", order.value())
                .isPresent();
    }

    private static String small(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
