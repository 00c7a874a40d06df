package io.recio.mainapp.user;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open login; real times.
 *
 * @param current the one that asks
 * @param address where its browser was when it logged in
 */
record SessionEntry(
        UUID sessionId,
        String user,
        boolean current,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        @Nullable String address,
        @Nullable String userAgent) {}
