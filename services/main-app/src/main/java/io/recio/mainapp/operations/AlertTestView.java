package io.recio.mainapp.operations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A test of the alerts and how far it came; real times.
 *
 * @param state new, done or refused
 * @param answer the failure detector's, in words
 * @param deliveries by channel; none until the system monitor has seen the alert, or when no channel is set
 */
record AlertTestView(
        UUID requestId,
        String requestedBy,
        String state,
        @Nullable String answer,
        Instant requestedAt,
        List<Delivery> deliveries) {

    AlertTestView {
        deliveries = List.copyOf(deliveries);
    }

    /**
     * @param state due, sent, withdrawn or given_up
     * @param lastError why the last attempt failed
     */
    record Delivery(
            String channel,
            String state,
            int attempts,
            @Nullable String lastError,
            @Nullable Instant endedAt) {}
}
