package io.recio.mainapp.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as an admin sees one; real times.
 *
 * @param external logs in at the identity provider, which gives the role; has no password here
 * @param disabled may not log in
 * @param lockedUntil after too many wrong passwords
 * @param sessions how many are open
 */
record UserView(
        String name,
        String role,
        boolean external,
        boolean disabled,
        @Nullable Instant lockedUntil,
        Instant createdAt,
        Instant passwordChangedAt,
        long sessions,
        @Nullable Instant lastSeenAt) {}
