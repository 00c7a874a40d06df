package io.recio.mainapp.user;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.rest.Columns;
import io.recio.storage.Database;
import io.recio.storage.Statements;
import jakarta.inject.Singleton;
import java.util.List;

/** The rows of {@code auth.users} as admins read and change them. */
@Singleton
class UserRows {

    private final Database database;

    UserRows(Database database) {
        this.database = database;
    }

    List<UserView> all() {
        return database.list(
                row -> new UserView(
                        row.getString("name"),
                        row.getString("role"),
                        row.getBoolean("external"),
                        row.getBoolean("disabled"),
                        Columns.timeOrNull(row, "locked_until"),
                        Columns.time(row, "created_at"),
                        Columns.time(row, "password_changed_at"),
                        row.getLong("sessions"),
                        Columns.timeOrNull(row, "last_seen_at")),
                """
                SELECT u.name, u.role, u.oidc_issuer IS NOT NULL AS external, u.disabled, u.created_at,
                       u.password_changed_at,
                       CASE WHEN u.locked_until > clock_timestamp() THEN u.locked_until END AS locked_until,
                       count(s.session_id) AS sessions, max(s.last_seen_at) AS last_seen_at
                FROM auth.users u
                LEFT JOIN auth.sessions s ON s.user_id = u.user_id AND s.expires_at > clock_timestamp()
                GROUP BY u.user_id ORDER BY u.name""");
    }

    /** False when the name is taken. */
    boolean add(Statements transaction, String name, String password, Role role) {
        return transaction.update(
                        "INSERT INTO auth.users (name, password_hash, role) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING",
                        name,
                        BcryptUtil.bcryptHash(password),
                        role.text())
                > 0;
    }

    /** Whether the identity provider vouches for this user. */
    boolean isExternal(Statements transaction, String name) {
        return transaction
                .first("SELECT 1 FROM auth.users WHERE name = $1 AND oidc_issuer IS NOT NULL", name)
                .isPresent();
    }

    /** Sets role and access and lifts a lock; false when there is no such user, or the identity provider gives another role. */
    boolean change(Statements transaction, String name, Role role, boolean disabled) {
        return transaction.update("""
                        UPDATE auth.users SET role = $2, disabled = $3, failed_attempts = 0, locked_until = NULL
                        WHERE name = $1 AND (oidc_issuer IS NULL OR role = $2)""", name, role.text(), disabled) > 0;
    }

    boolean setPassword(Statements transaction, String name, String password) {
        return transaction.update("""
                        UPDATE auth.users SET password_hash = $2, password_changed_at = clock_timestamp(),
                            failed_attempts = 0, locked_until = NULL
                        WHERE name = $1""", name, BcryptUtil.bcryptHash(password)) > 0;
    }

    /** @param kept the hash of a session that stays; empty text: none does */
    void endSessions(Statements transaction, String name, String kept) {
        transaction.update("""
                DELETE FROM auth.sessions s USING auth.users u
                WHERE u.user_id = s.user_id AND u.name = $1 AND s.token_hash <> $2""", name, kept);
    }
}
