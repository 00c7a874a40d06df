package io.recio.trademanager.request;

import io.recio.domain.time.SystemTime;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.trademanager.trade.Tenure;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The unanswered rows of {@code trading.requests}, read by state. */
final class RequestQueue {

    private final Tenure tenure;

    RequestQueue(Tenure tenure) {
        this.tenure = tenure;
    }

    /** The oldest one nobody else is answering, locked until the transaction ends. */
    Optional<WaitingRequest> next(Statements statements) {
        return statements.first("""
                        SELECT request_id, kind, requested_by, on_behalf_of, ticker, side, quantity, price_cap, trade_id,
                            emergency, strategy, reason, decision_id, seen::text AS seen, valid_until
                        FROM trading.requests WHERE state = 'new' AND account = $1 AND mode = $2
                        ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED""", tenure.account(), tenure.mode()).map(RequestQueue::waiting);
    }

    void answer(Statements statements, UUID request, Answer answer) {
        statements.update("""
                UPDATE trading.requests SET state = 'answered', answer = $2::text::jsonb, answered_at = clock_timestamp()
                WHERE request_id = $1 AND state = 'new'""", request, answer.json());
    }

    private static WaitingRequest waiting(Row row) {
        @Nullable SystemTime validUntil = Times.systemOrNull(row, "valid_until");
        return new WaitingRequest(
                row.getUUID("request_id"),
                row.getString("kind"),
                row.getString("requested_by"),
                Optional.ofNullable(row.getString("on_behalf_of")),
                row.getString("ticker"),
                row.getString("side"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("price_cap"),
                row.getUUID("trade_id"),
                row.getBoolean("emergency"),
                row.getString("strategy"),
                row.getString("reason"),
                Optional.ofNullable(row.getUUID("decision_id")),
                row.getString("seen"),
                Optional.ofNullable(validUntil));
    }
}
