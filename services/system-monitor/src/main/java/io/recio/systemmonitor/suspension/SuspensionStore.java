package io.recio.systemmonitor.suspension;

import io.recio.storage.Statements;

/** {@code system.suspensions}: our own row, and no other. */
public final class SuspensionStore {

    public boolean isSuspended(Statements statements) {
        return statements.first("""
                        SELECT 1 FROM system.suspensions
                        WHERE automation = 'auto_entry' AND suspended_by = session_user""").isPresent();
    }

    public void suspend(Statements statements, String reason) {
        statements.update("""
                INSERT INTO system.suspensions (automation, reason) VALUES ('auto_entry', $1)
                ON CONFLICT (automation, suspended_by) DO UPDATE SET reason = excluded.reason""", reason);
    }

    public void restore(Statements statements) {
        statements.update(
                "DELETE FROM system.suspensions WHERE automation = 'auto_entry' AND suspended_by = session_user");
    }
}
