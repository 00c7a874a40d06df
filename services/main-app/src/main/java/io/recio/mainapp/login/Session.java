package io.recio.mainapp.login;

import io.recio.mainapp.access.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A login that holds.
 *
 * @param id its public name
 * @param tokenHash SHA-256 of the cookie's token; the token itself is nowhere stored
 * @param csrfToken must come back in {@code X-CSRF-Token} with each change
 * @param oneClick whether its user trades without a second look
 * @param external whether its user logs in at the identity provider and has no password
 * @param provenUntil when the confirmation there lapses that stands for the password once; null: there is none
 */
public record Session(
        UUID id,
        String tokenHash,
        Caller.User user,
        String csrfToken,
        Instant expiresAt,
        boolean oneClick,
        boolean external,
        @Nullable Instant provenUntil) {

    Session withOneClick(boolean enabled) {
        return new Session(id, tokenHash, user, csrfToken, expiresAt, enabled, external, provenUntil);
    }
}
