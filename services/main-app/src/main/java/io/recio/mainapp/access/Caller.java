package io.recio.mainapp.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sent the running request; set by the session filter before a resource is reached. */
@RequestScoped
public class Caller {

    private @Nullable User user;

    /** A user who is logged in. */
    public record User(UUID userId, String name, Role role) {}

    public void set(User loggedIn) {
        user = loggedIn;
    }

    public User user() {
        User found = user;
        if (found == null) {
            throw new IllegalStateException("a caller must be known here, was not");
        }
        return found;
    }

    public String name() {
        return user().name();
    }
}
