package io.recio.mainapp.user;

import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.audit.AuditLog;
import io.recio.mainapp.login.LoginDesk;
import io.recio.mainapp.login.Session;
import io.recio.mainapp.login.Tokens;
import io.recio.mainapp.rest.ProblemException;
import io.recio.storage.Database;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Adds users, changes what they may, gives passwords; each after the asking person's own password, each with its audit row. */
@Singleton
class UserDesk {

    private static final Logger LOG = Logger.getLogger(UserDesk.class);

    private static final String NOBODY = "";

    private final Database database;
    private final UserRows rows;
    private final LoginDesk login;
    private final AuditLog audit;
    private final Tokens tokens;

    UserDesk(Database database, UserRows rows, LoginDesk login, AuditLog audit, Tokens tokens) {
        this.database = database;
        this.rows = rows;
        this.login = login;
        this.audit = audit;
        this.tokens = tokens;
    }

    /** @throws ProblemException 409 when the name is taken, 401 for a wrong password of the admin */
    NewPassword add(Caller.User admin, @Nullable String adminsPassword, String name, Role role) {
        login.askAgain(admin, adminsPassword, "add-user");
        String password = tokens.password();
        database.transaction(transaction -> {
            if (!rows.add(transaction, name, password, role)) {
                throw ProblemException.conflict("expected a name that is free, found " + name + " taken");
            }
            audit.record(transaction, admin.name(), "add-user", Map.of("user", name, "role", role.text()));
            return name;
        });
        LOG.infof("User added user=%s role=%s by=%s", name, role.text(), admin.name());
        return new NewPassword(name, password);
    }

    /** @throws ProblemException 404 for an unknown user, 409 for oneself: somebody must stay admin; 409 for a role the provider gives */
    void change(Caller.User admin, @Nullable String adminsPassword, String name, Role role, boolean disabled) {
        if (admin.name().equals(name)) {
            throw ProblemException.conflict("expected another admin to change your own access, found yourself");
        }
        login.askAgain(admin, adminsPassword, "change-user");
        database.transaction(transaction -> {
            if (!rows.change(transaction, name, role, disabled)) {
                if (rows.isExternal(transaction, name)) {
                    throw ProblemException.conflict(
                            "expected the role that the identity provider gives, found another; change the groups there");
                }
                throw ProblemException.unknown("name", "a user", name);
            }
            rows.endSessions(transaction, name, NOBODY);
            audit.record(
                    transaction,
                    admin.name(),
                    "change-user",
                    Map.of("user", name, "role", role.text(), "disabled", disabled));
            return name;
        });
        LOG.infof("User changed user=%s role=%s disabled=%s by=%s", name, role.text(), disabled, admin.name());
    }

    /** A new password for somebody who lost theirs; their logins end. */
    NewPassword reset(Caller.User admin, @Nullable String adminsPassword, String name) {
        login.askAgain(admin, adminsPassword, "reset-password");
        String password = tokens.password();
        database.transaction(transaction -> {
            if (rows.isExternal(transaction, name)) {
                throw ProblemException.conflict(
                        "expected a user with a password, found one who logs in at the identity provider");
            }
            if (!rows.setPassword(transaction, name, password)) {
                throw ProblemException.unknown("name", "a user", name);
            }
            rows.endSessions(transaction, name, NOBODY);
            audit.record(transaction, admin.name(), "reset-password", Map.of("user", name));
            return name;
        });
        LOG.infof("Password reset user=%s by=%s", name, admin.name());
        return new NewPassword(name, password);
    }

    /** One's own password; every other login of the user ends. */
    void changeOwn(Session session, String current, String next) {
        Caller.User user = session.user();
        if (session.external()) {
            throw ProblemException.conflict(
                    "expected a user with a password, found one who logs in at the identity provider");
        }
        login.askAgain(user, current, "change-password");
        database.transaction(transaction -> {
            rows.setPassword(transaction, user.name(), next);
            rows.endSessions(transaction, user.name(), session.tokenHash());
            audit.record(transaction, user.name(), "change-password", Map.of());
            return user;
        });
        LOG.infof("Password changed user=%s", user.name());
    }
}
