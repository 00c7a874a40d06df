package io.recio.mainapp.controls;

import io.recio.mainapp.access.Caller;
import io.recio.mainapp.audit.AuditLog;
import io.recio.mainapp.rest.Columns;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** The kill switch in {@code trading.risk_state} and the switches around it. */
@Singleton
class ControlStore {

    private final Database database;
    private final AuditLog audit;
    private final String account;
    private final String mode;

    ControlStore(Database database, AuditLog audit, ServiceConfig config) {
        this.database = database;
        this.audit = audit;
        this.account = config.account();
        this.mode = config.mode();
    }

    KillSwitchView killSwitch() {
        return database.first("""
                        SELECT kill_switch, kill_reason, kill_by, kill_at, flatten, entries_halted, halt_reason
                        FROM trading.risk_state WHERE account = $1 AND mode = $2\
                        """, account, mode)
                .map(row -> new KillSwitchView(
                        row.getBoolean("kill_switch"),
                        row.getString("kill_reason"),
                        row.getString("kill_by"),
                        Columns.timeOrNull(row, "kill_at"),
                        row.getBoolean("flatten"),
                        row.getBoolean("entries_halted"),
                        row.getString("halt_reason")))
                .orElse(KillSwitchView.CLEAR);
    }

    ControlsView controls() {
        var switches = database.first("""
            SELECT entry.enabled AS auto_entry, stop.enabled AS auto_stop, position_size, multiplier
            FROM settings.auto_entry AS entry, settings.auto_stop AS stop\
            """).orElseThrow();
        return new ControlsView(
                switches.getBoolean("auto_entry"),
                switches.getBoolean("auto_stop"),
                switches.getInteger("position_size"),
                switches.getInteger("multiplier"),
                killSwitch(),
                database.list(
                        row -> new ControlsView.Suspension(
                                row.getString("automation"),
                                row.getString("suspended_by"),
                                row.getString("reason"),
                                Columns.time(row, "since")),
                        "SELECT automation, suspended_by, reason, since FROM system.suspensions ORDER BY since"));
    }

    /** Already on stays on, with its first reason; flatten can still be added. */
    void trip(Caller.User user, String reason, boolean flatten) {
        database.transaction(transaction -> {
            transaction.update("""
                        INSERT INTO trading.risk_state AS now (account, mode, kill_switch, kill_reason, kill_by, kill_at, flatten)
                        VALUES ($1, $2, true, $3, $4, clock_timestamp(), $5)
                        ON CONFLICT (account, mode) DO UPDATE SET
                            kill_reason = CASE WHEN now.kill_switch THEN now.kill_reason ELSE excluded.kill_reason END,
                            kill_by = CASE WHEN now.kill_switch THEN now.kill_by ELSE excluded.kill_by END,
                            kill_at = CASE WHEN now.kill_switch THEN now.kill_at ELSE excluded.kill_at END,
                            flatten = (now.kill_switch AND now.flatten) OR excluded.flatten,
                            kill_switch = true, updated_at = clock_timestamp()\
                        """, account, mode, reason, user.name(), flatten);
            audit.record(transaction, user.name(), "trip-kill-switch", Map.of("reason", reason, "flatten", flatten));
            return user;
        });
    }

    /**
     * Lets entries run again after a halt and begins the comparison of cash anew: what differed is accepted.
     *
     * @return false when nothing was halted
     */
    boolean lift(Caller.User user) {
        return database.transaction(transaction -> {
            Optional<String> reason = transaction.first("""
                            SELECT coalesce(halt_reason, '') AS reason FROM trading.risk_state
                            WHERE account = $1 AND mode = $2 AND entries_halted FOR UPDATE\
                            """, account, mode).map(row -> row.getString("reason"));
            if (reason.isEmpty()) {
                return false;
            }
            transaction.update("""
                    UPDATE trading.risk_state SET entries_halted = false, halt_reason = NULL, updated_at = clock_timestamp()
                    WHERE account = $1 AND mode = $2\
                    """, account, mode);
            transaction.update("DELETE FROM trading.cash_anchors WHERE account = $1 AND mode = $2", account, mode);
            audit.record(transaction, user.name(), "lift-entry-halt", Map.of("reason", reason.get()));
            return true;
        });
    }

    void clear(Caller.User user) {
        database.transaction(transaction -> {
            transaction.update("""
                    UPDATE trading.risk_state
                    SET kill_switch = false, kill_reason = NULL, kill_by = NULL, kill_at = NULL, flatten = false,
                        updated_at = clock_timestamp()
                    WHERE account = $1 AND mode = $2\
                    """, account, mode);
            audit.record(transaction, user.name(), "clear-kill-switch", Map.of());
            return user;
        });
    }
}
