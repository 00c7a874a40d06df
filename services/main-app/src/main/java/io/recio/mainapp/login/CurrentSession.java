package io.recio.mainapp.login;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session of the running request, if it has one. */
@RequestScoped
public class CurrentSession {

    private @Nullable Session session;

    void set(Session found) {
        session = found;
    }

    public Optional<Session> get() {
        return Optional.ofNullable(session);
    }
}
