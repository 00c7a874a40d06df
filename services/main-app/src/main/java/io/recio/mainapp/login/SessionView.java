package io.recio.mainapp.login;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The login as the page needs it.
 *
 * @param csrfToken to send in {@code X-CSRF-Token} with each change
 * @param oneClick whether a click on an ask trades at once
 * @param provider where its user logs in, as its button says; null: here, with a password
 * @param provenUntil when the confirmation there lapses that stands for the password once; null: there is none
 * @param mode which exchanges we talk to: simulated, paper, kalshi-demo or live
 */
record SessionView(
        String name,
        String role,
        String csrfToken,
        Instant expiresAt,
        String mode,
        String account,
        boolean oneClick,
        @Nullable String provider,
        @Nullable Instant provenUntil) {}
