package io.recio.mainapp.login;

import io.recio.mainapp.MainAppConfig;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.rest.Columns;
import io.recio.storage.Database;
import io.recio.storage.Statements;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions in {@code auth.sessions}, on the database's clock. */
@Singleton
public class Sessions {

    /** The cookie that carries the token. */
    public static final String COOKIE = "recio_session";

    private static final int LONGEST_USER_AGENT = 200;

    private final Database database;
    private final Tokens tokens;
    private final MainAppConfig config;

    Sessions(Database database, Tokens tokens, MainAppConfig config) {
        this.database = database;
        this.tokens = tokens;
        this.config = config;
    }

    /** A new session and the token that proves it; the token is told once and never again. */
    public record Opened(String token, Session session) {}

    /** @param external whether the user came by the identity provider */
    public Opened open(
            Statements transaction, Caller.User user, boolean external, @Nullable String userAgent, String address) {
        String token = tokens.token();
        String csrf = tokens.token();
        var row = transaction
                .first(
                        """
                        INSERT INTO auth.sessions (token_hash, user_id, csrf_token, expires_at, user_agent, address)
                        VALUES ($1, $2, $3, clock_timestamp() + $4::double precision * interval '1 second', $5, $6)
                        RETURNING session_id, expires_at""",
                        Tokens.hash(token),
                        user.userId(),
                        csrf,
                        (double) config.login().sessionLife().toSeconds(),
                        userAgent == null
                                ? null
                                : userAgent.substring(0, Math.min(LONGEST_USER_AGENT, userAgent.length())),
                        address)
                .orElseThrow();
        return new Opened(
                token,
                new Session(
                        row.getUUID("session_id"),
                        Tokens.hash(token),
                        user,
                        csrf,
                        Columns.time(row, "expires_at"),
                        false,
                        external,
                        null));
    }

    /** The session a cookie's token proves, or empty when there is none, its time is over, or its provider is another. */
    public Optional<Session> find(String token) {
        return database.first("""
                        WITH seen AS (
                            UPDATE auth.sessions SET last_seen_at = clock_timestamp()
                            WHERE token_hash = $1 AND last_seen_at < clock_timestamp() - interval '1 minute')
                        SELECT s.session_id, s.token_hash, s.csrf_token, s.expires_at, s.one_click, u.user_id, u.name, u.role,
                               u.oidc_issuer IS NOT NULL AS external,
                               CASE WHEN s.proven_until > clock_timestamp() THEN s.proven_until END AS proven_until
                        FROM auth.sessions s JOIN auth.users u USING (user_id)
                        WHERE s.token_hash = $1 AND s.expires_at > clock_timestamp() AND NOT u.disabled
                          AND (u.oidc_issuer IS NULL OR u.oidc_issuer = $2)""", Tokens.hash(token), issuer())
                .map(row -> new Session(
                        row.getUUID("session_id"),
                        row.getString("token_hash"),
                        new Caller.User(row.getUUID("user_id"), row.getString("name"), Role.of(row.getString("role"))),
                        row.getString("csrf_token"),
                        Columns.time(row, "expires_at"),
                        row.getBoolean("one_click"),
                        row.getBoolean("external"),
                        Columns.timeOrNull(row, "proven_until")));
    }

    /** Of the provider that is set up: those who came by another have no session any more. */
    private @Nullable String issuer() {
        return config.oidc().issuer().map(URI::toString).orElse(null);
    }

    /** Which of these sessions still hold. */
    public Set<String> alive(Collection<String> tokenHashes) {
        return new HashSet<>(database.list(
                row -> row.getString("token_hash"),
                "SELECT token_hash FROM auth.sessions WHERE token_hash = ANY($1) AND expires_at > clock_timestamp()",
                (Object) tokenHashes.toArray(String[]::new)));
    }

    void oneClick(Statements statements, Session session, boolean enabled) {
        statements.update(
                "UPDATE auth.sessions SET one_click = $2 WHERE token_hash = $1", session.tokenHash(), enabled);
    }

    /** Uses the confirmation up; false when there is none that holds. */
    boolean spendProof(Statements statements, Session session) {
        return statements.update("""
                        UPDATE auth.sessions SET proven_until = NULL
                        WHERE token_hash = $1 AND proven_until > clock_timestamp()""", session.tokenHash()) > 0;
    }

    /** Lets a session of this user act once where a password would be asked; false when there is none. */
    public boolean prove(Statements statements, UUID sessionId, Caller.User user, Duration life) {
        return statements.update("""
                        UPDATE auth.sessions
                        SET proven_until = clock_timestamp() + $3::double precision * interval '1 second'
                        WHERE session_id = $1 AND user_id = $2 AND expires_at > clock_timestamp()""", sessionId, user.userId(), (double) life.toSeconds()) > 0;
    }

    void close(Statements statements, String tokenHash) {
        statements.update("DELETE FROM auth.sessions WHERE token_hash = $1", tokenHash);
    }

    /** By its public name. */
    public void close(Statements statements, UUID sessionId) {
        statements.update("DELETE FROM auth.sessions WHERE session_id = $1", sessionId);
    }

    /** Forgets the sessions whose time is over. */
    public int clear(Statements statements) {
        return statements.update("DELETE FROM auth.sessions WHERE expires_at <= clock_timestamp()");
    }
}
