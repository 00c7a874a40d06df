package io.recio.mainapp.oidc;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.recio.mainapp.MainAppConfig;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.audit.AuditLog;
import io.recio.mainapp.login.Tokens;
import io.recio.storage.Statements;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * People of the provider among {@code auth.users}, known by issuer and subject only: whoever bears the name of a user here is
 * still somebody else.
 */
@Singleton
class People {

    private static final int LONGEST_NAME = 64;
    private static final int MARK = 8;

    private final AuditLog audit;
    private final Tokens tokens;
    private final Set<String> reserved;

    People(AuditLog audit, Tokens tokens, MainAppConfig config) {
        this.audit = audit;
        this.tokens = tokens;
        this.reserved = Set.copyOf(List.of(config.firstAdmin().name(), RefusalLog.STRANGER));
    }

    /** @param disabled by an admin: may not come in */
    record Person(Caller.User user, boolean disabled) {}

    Optional<Person> find(Statements transaction, Identity identity) {
        return transaction
                .first("""
                        SELECT user_id, name, role, disabled FROM auth.users
                        WHERE oidc_issuer = $1 AND oidc_subject = $2 FOR UPDATE""", identity.issuer(), identity.subject())
                .map(row -> new Person(
                        new Caller.User(row.getUUID("user_id"), row.getString("name"), Role.of(row.getString("role"))),
                        row.getBoolean("disabled")));
    }

    /** The person with the role that holds from now on; somebody new is added. */
    Person withRole(Statements transaction, Identity identity, Role role) {
        Person person = find(transaction, identity).orElseGet(() -> added(transaction, identity, role));
        Caller.User user = person.user();
        if (user.role() == role || person.disabled()) {
            return person;
        }
        transaction.update("UPDATE auth.users SET role = $2 WHERE user_id = $1", user.userId(), role.text());
        audit.record(
                transaction,
                user.name(),
                "take-role",
                Map.of("user", user.name(), "from", user.role().text(), "role", role.text()));
        return new Person(new Caller.User(user.userId(), user.name(), role), false);
    }

    void endSessions(Statements transaction, UUID userId) {
        transaction.update("DELETE FROM auth.sessions WHERE user_id = $1", userId);
    }

    private Person added(Statements transaction, Identity identity, Role role) {
        String hash = BcryptUtil.bcryptHash(tokens.token());
        for (String name : names(identity)) {
            var row = transaction.first("""
                    INSERT INTO auth.users (name, password_hash, role, oidc_issuer, oidc_subject)
                    SELECT $1::text, $2::text, $3::text, $4::text, $5::text
                    WHERE NOT EXISTS (
                        SELECT 1 FROM pg_roles WHERE rolname IN ($1::text, 'recio_' || replace($1::text, '-', '_')))
                    ON CONFLICT DO NOTHING RETURNING user_id""", name, hash, role.text(), identity.issuer(), identity.subject());
            if (row.isPresent()) {
                audit.record(
                        transaction,
                        name,
                        "add-user",
                        Map.of("user", name, "role", role.text(), "provider", identity.issuer()));
                return new Person(new Caller.User(row.get().getUUID("user_id"), name, role), false);
            }
        }
        // Added a moment ago by another login of the same person.
        return find(transaction, identity).orElseThrow();
    }

    /**
     * As wished when that is a name here and free; else with a mark of the person. Nobody gets a name under which the audit
     * keeps what services did, or what was done by no one known.
     */
    private List<String> names(Identity identity) {
        String wished = identity.name() == null ? "" : identity.name();
        String plain = wished.replaceAll("[^A-Za-z0-9._@-]", "").replaceAll("^[._@-]+", "");
        String stem =
                plain.isEmpty() ? "person" : plain.substring(0, Math.min(LONGEST_NAME - MARK - 1, plain.length()));
        String marked = stem + "-"
                + Tokens.hash(identity.issuer() + "\n" + identity.subject()).substring(0, MARK);
        return stem.equals(wished) && !reserved.contains(stem) ? List.of(stem, marked) : List.of(marked);
    }
}
