package io.recio.mainapp.login;

import io.recio.mainapp.access.Caller;
import io.recio.mainapp.audit.AuditLog;
import io.recio.mainapp.rest.ProblemException;
import io.recio.storage.Database;
import io.recio.storage.system.Mode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets people in, asks them again where money is at stake, and lets them out; each with its audit row. */
@Singleton
public class LoginDesk {

    private static final Logger LOG = Logger.getLogger(LoginDesk.class);

    private final Database database;
    private final Users users;
    private final Sessions sessions;
    private final CurrentSession current;
    private final AuditLog audit;

    LoginDesk(Database database, Users users, Sessions sessions, CurrentSession current, AuditLog audit) {
        this.database = database;
        this.users = users;
        this.sessions = sessions;
        this.current = current;
        this.audit = audit;
    }

    /**
     * Opens a session; one that the browser still held is closed.
     *
     * @param address where the browser is
     *
     * @throws ProblemException 401 for a wrong name or password, 429 while locked
     */
    Sessions.Opened logIn(
            String name, String password, @Nullable String userAgent, String address, Optional<Session> before) {
        Caller.User user = proven(name, password, "login");
        Sessions.Opened opened = database.transaction(transaction -> {
            before.ifPresent(old -> sessions.close(transaction, old.tokenHash()));
            audit.record(transaction, user.name(), "login", Map.of("address", address));
            return sessions.open(transaction, user, false, userAgent, address);
        });
        LOG.infof("Logged in user=%s", user.name());
        return opened;
    }

    /**
     * Asks somebody who is logged in for the password again; of a user of the identity provider a fresh confirmation there
     * is used up instead.
     *
     * @param password null when none was given
     * @param purpose what for, as the audit names it
     * @throws ProblemException 400 without a password, 401 for a wrong one or without a confirmation, 429 while locked
     */
    public void askAgain(Caller.User user, @Nullable String password, String purpose) {
        Session session = current.get().orElseThrow(ProblemException::noSession);
        if (session.external()) {
            spendProof(session, purpose);
        } else if (password == null) {
            throw ProblemException.field("password", "your password once more", "nothing");
        } else {
            proven(user.name(), password, purpose);
        }
    }

    /**
     * Turns trading with one click on or off for a session.
     *
     * @throws ProblemException 400 or 401 when it is turned on where money is live without the right password or confirmation
     */
    Session oneClick(Session session, boolean enabled, @Nullable String password, String mode) {
        if (enabled && Mode.of(mode) == Mode.LIVE) {
            askAgain(session.user(), password, "one-click");
        }
        database.transaction(transaction -> {
            sessions.oneClick(transaction, session, enabled);
            audit.record(transaction, session.user().name(), "set-one-click", Map.of("enabled", enabled));
            return enabled;
        });
        return session.withOneClick(enabled);
    }

    void logOut(Session session) {
        database.transaction(transaction -> {
            sessions.close(transaction, session.tokenHash());
            audit.record(transaction, session.user().name(), "logout", Map.of());
            return session;
        });
        LOG.infof("Logged out user=%s", session.user().name());
    }

    private void spendProof(Session session, String purpose) {
        boolean spent = database.transaction(transaction -> {
            boolean found = sessions.spendProof(transaction, session);
            if (found) {
                audit.record(transaction, session.user().name(), "use-confirmation", Map.of("purpose", purpose));
            }
            return found;
        });
        if (!spent) {
            LOG.infof(
                    "Confirmation is missing user=%s purpose=%s", session.user().name(), purpose);
            throw ProblemException.notConfirmed();
        }
    }

    private Caller.User proven(String name, String password, String purpose) {
        return switch (users.prove(name, password)) {
            case Users.Proof.Proven(var user) -> user;
            case Users.Proof.Locked(var left) -> throw ProblemException.locked(left.toSeconds());
            case Users.Proof.Wrong(var user, var lockedNow) -> {
                if (user == null) {
                    LOG.info("Login refused, no such user");
                } else {
                    recordFailure(user, purpose, lockedNow);
                }
                throw ProblemException.wrongCredentials();
            }
        };
    }

    private void recordFailure(Caller.User user, String purpose, boolean lockedNow) {
        LOG.warnf("Password refused user=%s purpose=%s locked=%s", user.name(), purpose, lockedNow);
        database.transaction(transaction -> {
            audit.record(transaction, user.name(), "password-refused", Map.of("purpose", purpose, "locked", lockedNow));
            return lockedNow;
        });
    }
}
