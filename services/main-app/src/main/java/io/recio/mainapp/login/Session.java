package io.recio.mainapp.login;

import io.recio.mainapp.access.Caller;
import java.time.Instant;

/**
 * A login that holds.
 *
 * @param tokenHash SHA-256 of the cookie's token; the token itself is nowhere stored
 * @param csrfToken must come back in {@code X-CSRF-Token} with each change
 */
public record Session(String tokenHash, Caller.User user, String csrfToken, Instant expiresAt) {}
