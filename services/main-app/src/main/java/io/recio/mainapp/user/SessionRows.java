package io.recio.mainapp.user;

import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.audit.AuditLog;
import io.recio.mainapp.login.Session;
import io.recio.mainapp.rest.Columns;
import io.recio.storage.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lists and ends sessions: everybody's own, an admin's anyone's. */
@Singleton
class SessionRows {

    private final Database database;
    private final AuditLog audit;

    SessionRows(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** The newest first; those of all users only for an admin. */
    List<SessionEntry> open(Session asking) {
        return database.list(
                row -> new SessionEntry(
                        row.getUUID("session_id"),
                        row.getString("name"),
                        row.getUUID("session_id").equals(asking.id()),
                        Columns.time(row, "created_at"),
                        Columns.time(row, "last_seen_at"),
                        Columns.time(row, "expires_at"),
                        row.getString("address"),
                        row.getString("user_agent")),
                """
                SELECT s.session_id, u.name, s.created_at, s.last_seen_at, s.expires_at, s.address, s.user_agent
                FROM auth.sessions s JOIN auth.users u USING (user_id)
                WHERE (s.user_id = $1 OR $2::boolean) AND s.expires_at > clock_timestamp()
                ORDER BY s.last_seen_at DESC, s.session_id LIMIT 200""",
                asking.user().userId(),
                seesAll(asking.user()));
    }

    /** False when there is no such session, or none that this user may end. */
    boolean end(Session asking, UUID sessionId) {
        return database.transaction(transaction -> {
            int ended = transaction.update(
                    "DELETE FROM auth.sessions WHERE session_id = $1 AND (user_id = $2 OR $3::boolean)",
                    sessionId,
                    asking.user().userId(),
                    seesAll(asking.user()));
            if (ended > 0) {
                audit.record(transaction, asking.user().name(), "end-session", Map.of("session", sessionId.toString()));
            }
            return ended > 0;
        });
    }

    private static boolean seesAll(Caller.User user) {
        return user.role().covers(Role.ADMIN);
    }
}
