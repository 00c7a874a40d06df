package io.recio.localstack.chaos.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Opens a fresh account for a run without restarting anything. The leases of all bookkeepers are taken, so that their
 * desks stand down and none can write, fenced as they are; the exchange's ledger and our rows begin anew; the leases are
 * given back, and each desk recovers by its one way of starting. Business time, markets and prices go on.
 */
final class FreshAccount {

    static final String CASH = "10000";

    private static final String HOLDER = "fresh-account";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Longer than a holder trusts its lease after the last renewal. */
    private static final Duration TRUST = Duration.ofMillis(1_600);

    private final ChaosStack stack;

    FreshAccount(ChaosStack stack) {
        this.stack = stack;
    }

    /** @return false when the desks did not come back in time */
    boolean open() throws SQLException, InterruptedException {
        takeLeases();
        Thread.sleep(TRUST);
        stack.simulator().openAnew(CASH);
        emptyOurBooks();
        stack.rows().update("UPDATE system.leases SET expires_at = clock_timestamp() WHERE holder = ?", HOLDER);
        return Waiting.until(PATIENCE, this::isOpen);
    }

    private void takeLeases() throws SQLException {
        for (String service : ChaosStack.BOOKKEEPERS) {
            stack.rows().update("""
                INSERT INTO system.leases AS held (name, holder, epoch, expires_at)
                VALUES (?, ?, 1, clock_timestamp() + interval '1 hour')
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, epoch = held.epoch + 1,
                    expires_at = excluded.expires_at\
                """, service, HOLDER);
        }
    }

    private void emptyOurBooks() throws SQLException {
        try (Connection connection = stack.rows().open();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                TRUNCATE trading.requests, trading.trades, trading.trade_events, trading.order_intents,
                    trading.order_events, trading.orders, trading.attached_fills, trading.active_trades,
                    trading.position_snapshots, trading.decisions, trading.auto_entry_state, trading.cash_anchors, trading.shard_transfers,
                    account.balances,
                    account.balance_history, account.positions, account.orders, account.fills,
                    account.settlements, account.sync_state, system.alerts CASCADE\
                """);
            statement.execute("UPDATE trading.risk_state SET kill_switch = false, entries_halted = false,"
                    + " kill_reason = NULL, halt_reason = NULL");
        }
    }

    /** Every desk serves again, the account is read, and prices are there. */
    private boolean isOpen() throws SQLException {
        return stack.rows()
                .first(row -> row.getBoolean(1), """
                    SELECT (SELECT count(*) = 5 FROM system.leases
                            WHERE name = ANY (string_to_array(?, ',')) AND holder <> ?
                                AND expires_at > clock_timestamp())
                        AND EXISTS (SELECT 1 FROM account.balances WHERE balance = ?::numeric)
                        AND EXISTS (SELECT 1 FROM account.sync_state
                            WHERE NOT stale AND socket_connected AND subscribed_since IS NOT NULL
                                AND reconciled_at IS NOT NULL)
                        AND EXISTS (SELECT 1 FROM trading.supervisor_heartbeat
                            WHERE beat_at > clock_timestamp() - interval '1 second')
                        AND EXISTS (SELECT 1 FROM live_data.strike_table
                            WHERE symbol = 'BTC' AND written_at > clock_timestamp() - interval '2 seconds')\
                    """, String.join(",", ChaosStack.BOOKKEEPERS), HOLDER, CASH)
                .orElse(false);
    }
}
