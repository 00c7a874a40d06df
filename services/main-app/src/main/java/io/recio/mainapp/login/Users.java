package io.recio.mainapp.login;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.recio.mainapp.MainAppConfig;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.storage.Database;
import io.recio.storage.Statements;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The users in {@code auth.users} and the proof of their passwords; those of the identity provider have none. */
@Singleton
public class Users {

    /** Checked for unknown names, so that they take as long as known ones. */
    private static final String NOBODYS_HASH = BcryptUtil.bcryptHash("nobody");

    private final Database database;
    private final MainAppConfig config;

    Users(Database database, MainAppConfig config) {
        this.database = database;
        this.config = config;
    }

    /** What a name and a password prove. */
    sealed interface Proof {

        record Proven(Caller.User user) implements Proof {}

        /** @param user null when there is no such user; @param lockedNow whether this try closed the door */
        record Wrong(Caller.@Nullable User user, boolean lockedNow) implements Proof {}

        record Locked(Duration left) implements Proof {}
    }

    /** Whether nobody could log in with a password. */
    public boolean isEmpty(Statements statements) {
        return statements
                .first("SELECT 1 FROM auth.users WHERE oidc_issuer IS NULL LIMIT 1")
                .isEmpty();
    }

    public void add(Statements statements, String name, String password, Role role) {
        statements.update(
                "INSERT INTO auth.users (name, password_hash, role) VALUES ($1, $2, $3)",
                name,
                BcryptUtil.bcryptHash(password),
                role.text());
    }

    /**
     * Checks a password. The try is counted before it is checked, so that many at once gain nothing; a right one clears
     * the count.
     */
    Proof prove(String name, String password) {
        var counted = database.first("""
                UPDATE auth.users
                SET failed_attempts = CASE WHEN locked_until IS NULL THEN failed_attempts + 1 ELSE 1 END,
                    locked_until = CASE WHEN (CASE WHEN locked_until IS NULL THEN failed_attempts + 1 ELSE 1 END) >= $2
                        THEN clock_timestamp() + $3::double precision * interval '1 second' END
                WHERE name = $1 AND NOT disabled AND oidc_issuer IS NULL AND (locked_until IS NULL OR locked_until <= clock_timestamp())
                RETURNING user_id, name, role, password_hash, locked_until IS NOT NULL AS locked_now""", name, config.login().failuresAllowed(), (double)
                config.login().lockout().toSeconds());
        if (counted.isEmpty()) {
            return lockedOrUnknown(name, password);
        }
        var row = counted.get();
        var user = new Caller.User(row.getUUID("user_id"), row.getString("name"), Role.of(row.getString("role")));
        if (!BcryptUtil.matches(password, row.getString("password_hash"))) {
            return new Proof.Wrong(user, row.getBoolean("locked_now"));
        }
        database.update(
                "UPDATE auth.users SET failed_attempts = 0, locked_until = NULL WHERE user_id = $1", user.userId());
        return new Proof.Proven(user);
    }

    private Proof lockedOrUnknown(String name, String password) {
        BcryptUtil.matches(password, NOBODYS_HASH);
        return database.first("""
                        SELECT extract(epoch FROM locked_until - clock_timestamp())::double precision AS left_seconds
                        FROM auth.users WHERE name = $1 AND NOT disabled AND oidc_issuer IS NULL""", name)
                .map(row ->
                        (Proof) new Proof.Locked(Duration.ofSeconds((long) Math.ceil(row.getDouble("left_seconds")))))
                .orElseGet(() -> new Proof.Wrong(null, false));
    }
}
