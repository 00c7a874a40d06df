package io.recio.mainapp.login;

import java.time.Instant;

/**
 * The login as the page needs it.
 *
 * @param csrfToken to send in {@code X-CSRF-Token} with each change
 * @param oneClick whether a click on an ask trades at once
 * @param mode which exchanges we talk to: simulated, paper, kalshi-demo or live
 */
record SessionView(
        String name, String role, String csrfToken, Instant expiresAt, String mode, String account, boolean oneClick) {}
