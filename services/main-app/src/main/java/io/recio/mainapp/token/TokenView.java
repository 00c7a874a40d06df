package io.recio.mainapp.token;

import java.time.Instant;

/**
 * A token of a user.
 *
 * @param token for {@code Authorization: Bearer} at the trade manager; told once
 * @param expiresAt real time
 */
record TokenView(String token, Instant expiresAt) {}
