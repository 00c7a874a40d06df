package io.recio.mainapp.housekeeping;

import io.recio.mainapp.MainAppConfig;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.login.Sessions;
import io.recio.mainapp.login.Tokens;
import io.recio.mainapp.login.Users;
import io.recio.mainapp.oidc.Flows;
import io.recio.servicekit.Desk;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Makes the first admin and forgets old sessions. Serving pages is no part of it: that every replica does, active or
 * standing by.
 */
@Singleton
class HousekeepingDesk implements Desk {

    private static final Logger LOG = Logger.getLogger(HousekeepingDesk.class);

    private final Database database;
    private final Users users;
    private final Sessions sessions;
    private final Flows flows;
    private final Tokens tokens;
    private final MainAppConfig config;
    private final FunctionalHealth health;

    HousekeepingDesk(
            Database database,
            Users users,
            Sessions sessions,
            Flows flows,
            Tokens tokens,
            MainAppConfig config,
            FunctionalHealth health) {
        this.database = database;
        this.users = users;
        this.sessions = sessions;
        this.flows = flows;
        this.tokens = tokens;
        this.config = config;
        this.health = health;
    }

    @Override
    public Set<String> channels() {
        return Set.of();
    }

    @Override
    public Duration safetyNet() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void recover(Fence fence) {
        database.fenced(fence, transaction -> {
            if (users.isEmpty(transaction)) {
                String name = config.firstAdmin().name();
                String password = given().orElseGet(() -> made(name));
                users.add(transaction, name, password, Role.ADMIN);
            }
            return fence;
        });
    }

    @Override
    public void step() {
        sessions.clear(database);
        flows.clear(database);
        health.worked();
    }

    @Override
    public void standDown() {
        // Nothing is held open.
    }

    /** As a mounted secret brings it. */
    private Optional<String> given() {
        return config.firstAdmin().passwordFile().flatMap(PasswordFile::read);
    }

    private String made(String name) {
        String password = tokens.password();
        tell(name, password);
        return password;
    }

    /** Before the user is committed: a password told in vain is replaced at the next start, one untold would be lost. */
    private void tell(String name, String password) {
        config.firstAdmin()
                .passwordFile()
                .ifPresentOrElse(
                        file -> {
                            PasswordFile.write(file, password);
                            LOG.infof("First admin made, password in a file user=%s file=%s", name, file);
                        },
                        () -> LOG.warnf(
                                "First admin made, change the password soon user=%s password=%s", name, password));
    }
}
