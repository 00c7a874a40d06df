package io.recio.mainapp.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where auto entry stands for a symbol.
 *
 * @param state DISABLED, PAUSED, ACTIVE, INACTIVE or SUSPENDED
 * @param resumesAt business time at which a pause ends if it stays calm
 */
record AutoEntryView(
        String symbol,
        String state,
        @Nullable String reason,
        @Nullable Instant resumesAt,
        Instant updatedAt) {}
