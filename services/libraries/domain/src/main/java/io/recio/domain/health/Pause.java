package io.recio.domain.health;

import io.recio.domain.time.SystemTime;

/**
 * A person works on the service: the detector leaves it alone until then, whatever happens.
 *
 * @param owner whom to ask
 * @param until when it ends by itself, so that none is forgotten
 */
public record Pause(String owner, SystemTime until) {

    public Pause {
        if (owner.isBlank()) {
            throw new IllegalArgumentException("owner of a pause must be named, was empty");
        }
    }

    boolean holdsAt(SystemTime at) {
        return at.isBefore(until);
    }
}
