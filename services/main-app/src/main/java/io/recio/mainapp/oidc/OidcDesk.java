package io.recio.mainapp.oidc;

import io.recio.mainapp.MainAppConfig;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.audit.AuditLog;
import io.recio.mainapp.login.Session;
import io.recio.mainapp.login.Sessions;
import io.recio.mainapp.login.Tokens;
import io.recio.storage.Database;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.Statements;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends people to the provider and takes them back: into a session, or with a confirmation for the one they have. */
@Singleton
class OidcDesk {

    private static final Logger LOG = Logger.getLogger(OidcDesk.class);

    /** How much longer ago the provider may have asked than the way began: rounding, and the time its answers take. */
    private static final long ASKED_BEFORE_SECONDS = 15;

    private final OidcSettings settings;
    private final Flows flows;
    private final People people;
    private final Sessions sessions;
    private final Database database;
    private final AuditLog audit;
    private final RefusalLog refusals;
    private final InstantSource time;

    OidcDesk(
            OidcSettings settings,
            Flows flows,
            People people,
            Sessions sessions,
            Database database,
            AuditLog audit,
            RefusalLog refusals,
            InstantSource time) {
        this.settings = settings;
        this.flows = flows;
        this.people = people;
        this.sessions = sessions;
        this.database = database;
        this.audit = audit;
        this.refusals = refusals;
        this.time = time;
    }

    /** How to go on after asking to be sent. */
    sealed interface Sent {

        /** @param secret for a cookie of this browser */
        record Away(URI address, String secret) implements Sent {}

        record Denied(Refusal refusal) implements Sent {}
    }

    /** What a browser brings back. */
    record Return(
            @Nullable String code,
            @Nullable String state,
            @Nullable String error,
            @Nullable String issuer,
            @Nullable String secret) {}

    /** Where a browser is and what it is, for the session's row. */
    record From(String address, @Nullable String userAgent, URI callback) {}

    /**
     * Sends a browser to the provider.
     *
     * @param asking whoever is logged in there already; a login ends that session
     */
    Sent send(Purpose purpose, Optional<Session> asking, String back, From from) {
        try {
            Way way = way();
            Flows.Begun begun = flows.begin(
                            purpose, back, asking.map(Session::id).orElse(null), from.address())
                    .orElseThrow(() -> new Refused(Refusal.TOO_MANY, "too many ways are begun from there"));
            try {
                ProviderDocument document = way.provider().discover();
                return new Sent.Away(authorization(way, document, purpose, begun, from), begun.secret());
            } catch (Refused e) {
                flows.drop(begun);
                throw e;
            }
        } catch (Refused e) {
            refusals.record(purpose, e, from.address());
            return new Sent.Denied(e.refusal());
        } catch (DatabaseUnavailable e) {
            return new Sent.Denied(Refusal.DATABASE_AWAY);
        }
    }

    /** Takes a browser back. */
    Outcome take(Return brought, From from) {
        Purpose purpose = Purpose.LOGIN;
        try {
            Way way = way();
            Flows.Flow flow = Optional.ofNullable(brought.state())
                    .flatMap(flows::take)
                    .orElseThrow(() -> new Refused(Refusal.STALE, "no way with this state is under way"));
            purpose = flow.purpose();
            Identity identity = proven(way, flow, brought, from);
            Optional<Role> role = way.roles().role(identity.groups());
            return switch (flow.purpose()) {
                case LOGIN -> logIn(flow, identity, role, from);
                case PROOF -> confirm(way.config(), flow, identity, role, from);
            };
        } catch (Refused e) {
            refusals.record(purpose, e, from.address());
            return new Outcome.Denied(purpose, e.refusal());
        } catch (DatabaseUnavailable e) {
            LOG.warnf("Provider's answer is not taken, the database is away purpose=%s", purpose.text());
            return new Outcome.Denied(purpose, Refusal.DATABASE_AWAY);
        }
    }

    private Way way() throws Refused {
        return settings.way().orElseThrow(() -> new Refused(Refusal.NOT_SET_UP, "no provider is set up"));
    }

    private static URI authorization(
            Way way, ProviderDocument document, Purpose purpose, Flows.Begun begun, From from) {
        var query = new TreeMap<>(Map.of(
                "response_type", "code",
                "client_id", way.client().id(),
                "redirect_uri", from.callback().toString(),
                "scope", String.join(" ", way.config().scopes()),
                "state", begun.state(),
                "nonce", begun.nonce(),
                "code_challenge", Tokens.challenge(begun.secret()),
                "code_challenge_method", "S256"));
        if (purpose == Purpose.PROOF) {
            query.put("prompt", "login");
            query.put("max_age", "0");
        }
        String address = document.authorization().toString();
        return URI.create(address + (address.contains("?") ? "&" : "?") + HttpProvider.encoded(query));
    }

    private Identity proven(Way way, Flows.Flow flow, Return brought, From from) throws Refused {
        String secret = brought.secret();
        if (secret == null || !flow.isOf(secret)) {
            throw new Refused(Refusal.STALE, "another browser began this way");
        }
        if (brought.issuer() != null
                && !brought.issuer().equals(way.client().issuer().toString())) {
            throw new Refused(Refusal.NOT_VERIFIED, "another issuer answers");
        }
        if (brought.error() != null || brought.code() == null) {
            throw new Refused(Refusal.DENIED_THERE, "the provider gives no code");
        }
        ProviderDocument document = way.provider().discover();
        String token = way.provider().idToken(document, brought.code(), secret, from.callback());
        return way.tokens().verify(token, way.provider().keys(document), flow.nonce(), time.instant());
    }

    private Outcome logIn(Flows.Flow flow, Identity identity, Optional<Role> role, From from) {
        return database.transaction(transaction -> {
            if (role.isEmpty()) {
                return withoutRole(transaction, Purpose.LOGIN, identity, from);
            }
            People.Person person = people.withRole(transaction, identity, role.get());
            String name = person.user().name();
            if (person.disabled()) {
                return refused(transaction, Purpose.LOGIN, Refusal.DISABLED, name, identity, from);
            }
            if (flow.sessionId() != null) {
                sessions.close(transaction, flow.sessionId());
            }
            audit.record(transaction, name, "login", Map.of("address", from.address(), "provider", identity.issuer()));
            LOG.infof("Logged in user=%s provider=%s", name, identity.issuer());
            return new Outcome.LoggedIn(
                    sessions.open(transaction, person.user(), true, from.userAgent(), from.address()), flow.back());
        });
    }

    private Outcome confirm(
            MainAppConfig.Oidc config, Flows.Flow flow, Identity identity, Optional<Role> role, From from)
            throws Refused {
        Long asked = identity.secondsSinceAsked();
        if (asked == null || asked > flow.age().toSeconds() + ASKED_BEFORE_SECONDS) {
            throw new Refused(Refusal.NOT_FRESH, "the provider did not ask again");
        }
        return database.transaction(transaction -> {
            if (role.isEmpty()) {
                return withoutRole(transaction, Purpose.PROOF, identity, from);
            }
            Optional<People.Person> person = people.find(transaction, identity);
            boolean same = person.isPresent()
                    && flow.sessionId() != null
                    && !person.get().disabled()
                    && sessions.prove(
                            transaction, flow.sessionId(), person.get().user(), config.proofLife());
            if (!same) {
                return refused(transaction, Purpose.PROOF, Refusal.OTHER_PERSON, nameOf(person), identity, from);
            }
            people.withRole(transaction, identity, role.get());
            audit.record(
                    transaction,
                    nameOf(person),
                    "confirm",
                    Map.of("address", from.address(), "provider", identity.issuer()));
            return new Outcome.Confirmed();
        });
    }

    /** Whoever lost every group loses the logins that are open, too. */
    private Outcome withoutRole(Statements transaction, Purpose purpose, Identity identity, From from) {
        Optional<People.Person> person = people.find(transaction, identity);
        person.ifPresent(known -> people.endSessions(transaction, known.user().userId()));
        return refused(transaction, purpose, Refusal.NO_ROLE, nameOf(person), identity, from);
    }

    private Outcome refused(
            Statements transaction, Purpose purpose, Refusal refusal, String name, Identity identity, From from) {
        LOG.warnf("Provider's login refused purpose=%s reason=%s user=%s", purpose.text(), refusal.text(), name);
        audit.record(
                transaction,
                name,
                "oidc-refused",
                Map.of(
                        "purpose", purpose.text(),
                        "reason", refusal.text(),
                        "address", from.address(),
                        "provider", identity.issuer(),
                        "subject", identity.subject()));
        return new Outcome.Denied(purpose, refusal);
    }

    private static String nameOf(Optional<People.Person> person) {
        return person.map(known -> known.user().name()).orElse(RefusalLog.STRANGER);
    }
}
