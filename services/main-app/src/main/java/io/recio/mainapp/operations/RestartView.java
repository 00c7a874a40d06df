package io.recio.mainapp.operations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to restart and what became of it; real times.
 *
 * @param kind restart, restart_all, roll or end_duplicate
 * @param state new, done or refused
 * @param answer the failure detector's, in words
 */
record RestartView(
        UUID requestId,
        String kind,
        @Nullable String service,
        String reason,
        String requestedBy,
        String state,
        @Nullable String answer,
        Instant requestedAt,
        @Nullable Instant answeredAt) {}
