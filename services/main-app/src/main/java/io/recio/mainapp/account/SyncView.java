package io.recio.mainapp.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh our picture of the account is.
 *
 * @param stale nothing here is to be believed, for the reason given
 */
record SyncView(
        boolean authenticated,
        boolean socketConnected,
        @Nullable Instant socketHeardAt,
        @Nullable Instant reconciledAt,
        boolean stale,
        @Nullable String reason) {}
