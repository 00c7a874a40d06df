package io.recio.mainapp.oidc;

import io.recio.mainapp.login.Tokens;
import io.recio.storage.Database;
import io.recio.storage.Statements;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ways to the provider that have not come back, in {@code auth.oidc_flows} on the database's clock: each replica knows those
 * that another began. State and the browser's secret are stored as hashes.
 */
@Singleton
public class Flows {

    static final Duration LIFE = Duration.ofMinutes(10);

    /** Of one address; a person needs one. */
    private static final int MOST_AT_ONCE = 20;

    private final Database database;
    private final Tokens tokens;

    Flows(Database database, Tokens tokens) {
        this.database = database;
        this.tokens = tokens;
    }

    /**
     * A way that begins.
     *
     * @param state comes back with the answer
     * @param secret stays in the browser's cookie, and is PKCE's verifier
     */
    record Begun(String state, String nonce, String secret) {}

    /** @param sessionId of whoever was logged in at its beginning */
    record Flow(
            String browserHash,
            String nonce,
            Purpose purpose,
            String back,
            @Nullable UUID sessionId,
            Duration age) {

        boolean isOf(String secret) {
            return browserHash.equals(Tokens.hash(secret));
        }
    }

    /** Empty when too many of this address are under way. */
    Optional<Begun> begin(Purpose purpose, String back, @Nullable UUID sessionId, String address) {
        var begun = new Begun(tokens.token(), tokens.token(), tokens.token());
        int written = database.update(
                """
                INSERT INTO auth.oidc_flows (state_hash, browser_hash, nonce, purpose, back, session_id, address, expires_at)
                SELECT $1::text, $2::text, $3::text, $4::text, $5::text, $6::uuid, $7::text, clock_timestamp() + $8::double precision * interval '1 second'
                WHERE (SELECT count(*) FROM auth.oidc_flows WHERE address = $7 AND expires_at > clock_timestamp()) < $9""",
                Tokens.hash(begun.state()),
                Tokens.hash(begun.secret()),
                begun.nonce(),
                purpose.text(),
                back,
                sessionId,
                address,
                (double) LIFE.toSeconds(),
                (long) MOST_AT_ONCE);
        return written > 0 ? Optional.of(begun) : Optional.empty();
    }

    /** The way with this state, which is then used up. */
    Optional<Flow> take(String state) {
        return database.first("""
                        DELETE FROM auth.oidc_flows WHERE state_hash = $1 AND expires_at > clock_timestamp()
                        RETURNING browser_hash, nonce, purpose, back, session_id,
                            extract(epoch FROM clock_timestamp() - begun_at)::double precision AS age_seconds""", Tokens.hash(state))
                .map(row -> new Flow(
                        row.getString("browser_hash"),
                        row.getString("nonce"),
                        Purpose.of(row.getString("purpose")),
                        row.getString("back"),
                        row.getUUID("session_id"),
                        Duration.ofMillis((long) (row.getDouble("age_seconds") * 1000))));
    }

    /** Forgets one that got no further. */
    void drop(Begun begun) {
        database.update("DELETE FROM auth.oidc_flows WHERE state_hash = $1", Tokens.hash(begun.state()));
    }

    /** Forgets those that nobody came back from. */
    public int clear(Statements statements) {
        return statements.update("DELETE FROM auth.oidc_flows WHERE expires_at <= clock_timestamp()");
    }
}
