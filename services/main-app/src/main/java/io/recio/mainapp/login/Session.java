package io.recio.mainapp.login;

import io.recio.mainapp.access.Caller;
import java.time.Instant;
import java.util.UUID;

/**
 * A login that holds.
 *
 * @param id its public name
 * @param tokenHash SHA-256 of the cookie's token; the token itself is nowhere stored
 * @param csrfToken must come back in {@code X-CSRF-Token} with each change
 * @param oneClick whether its user trades without a second look
 */
public record Session(
        UUID id, String tokenHash, Caller.User user, String csrfToken, Instant expiresAt, boolean oneClick) {}
