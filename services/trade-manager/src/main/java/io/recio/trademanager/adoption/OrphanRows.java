package io.recio.trademanager.adoption;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.trademanager.trade.Tenure;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.UUID;

/** {@code account.orders} without an intent, and the request an adopted entry stands on. */
final class OrphanRows {

    private final Tenure tenure;

    OrphanRows(Tenure tenure) {
        this.tenure = tenure;
    }

    /** Those by which something was or may be bought, oldest first. */
    List<OrphanOrder> all() {
        return tenure.database()
                .list(
                        OrphanRows::orphan,
                        """
                        SELECT o.client_order_id, o.ticker, o.bought_side, o.yes_price, o.initial_count, o.created_at,
                            lower(o.status) = 'resting' AS resting
                        FROM account.orders o
                        WHERE o.account = $1 AND o.mode = $2 AND starts_with(o.client_order_id, $3)
                            AND (o.filled_count > 0 OR lower(o.status) = 'resting')
                            AND o.initial_count > 0 AND o.yes_price > 0 AND o.yes_price < 1
                            AND NOT EXISTS (SELECT FROM trading.order_intents i
                                WHERE i.client_order_id = o.client_order_id)
                        ORDER BY o.created_at, o.client_order_id""",
                        tenure.account(),
                        tenure.mode(),
                        tenure.installation().prefix() + "-");
    }

    /** The request an adopted entry stands on, answered at birth; the one with its key when that is still there. */
    UUID request(Statements statements, UUID request, OrphanOrder orphan, String strategy, String answer) {
        return statements
                .first(
                        """
                INSERT INTO trading.requests (request_id, account, mode, idempotency_key, kind, requested_by, on_behalf_of,
                    ticker, side, quantity, price_cap, strategy, reason, seen, payload_hash, business_at, state, answer,
                    answered_at)
                VALUES ($1, $2, $3, 'adopted:' || $4, 'open', '', 'adoption', $5, $6, $7, $8, $9,
                    'the exchange knows this order, our records had lost it', '{}', $4, $10, 'answered', $11::text::jsonb,
                    clock_timestamp())
                ON CONFLICT (account, mode, idempotency_key)
                    DO UPDATE SET answer = excluded.answer, answered_at = excluded.answered_at
                RETURNING request_id""",
                        request,
                        tenure.account(),
                        tenure.mode(),
                        orphan.id().value(),
                        orphan.ticker().value(),
                        orphan.boughtSide().name(),
                        orphan.count().contracts(),
                        orphan.cap().dollars(),
                        strategy,
                        Times.column(orphan.createdAt()),
                        answer)
                .orElseThrow()
                .getUUID("request_id");
    }

    private static OrphanOrder orphan(Row row) {
        return new OrphanOrder(
                new ClientOrderId(row.getString("client_order_id")),
                new MarketTicker(row.getString("ticker")),
                Side.valueOf(row.getString("bought_side")),
                Price.of(row.getBigDecimal("yes_price")),
                Quantity.of(row.getBigDecimal("initial_count")),
                row.getBoolean("resting"),
                Times.business(row, "created_at"));
    }
}
