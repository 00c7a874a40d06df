package io.recio.trademanager.trade;

import io.recio.domain.time.SystemTime;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import java.util.Optional;

/**
 * How far the account sync has read, real time.
 *
 * @param ordersReadAt start of its last full read of orders
 * @param reconciledAt end of its last whole reconciliation
 */
public record SyncLook(Optional<SystemTime> ordersReadAt, Optional<SystemTime> reconciledAt) {

    private static final SyncLook NONE = new SyncLook(Optional.empty(), Optional.empty());

    public static SyncLook read(Statements statements, Tenure tenure) {
        return statements
                .first(
                        "SELECT orders_read_at, reconciled_at FROM account.sync_state WHERE account = $1 AND mode = $2",
                        tenure.account(),
                        tenure.mode())
                .map(row -> new SyncLook(
                        Optional.ofNullable(Times.systemOrNull(row, "orders_read_at")),
                        Optional.ofNullable(Times.systemOrNull(row, "reconciled_at"))))
                .orElse(NONE);
    }
}
