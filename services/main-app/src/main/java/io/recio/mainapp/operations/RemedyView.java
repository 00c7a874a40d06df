package io.recio.mainapp.operations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done about an incident, or withheld, and why. */
record RemedyView(
        UUID remedyId,
        @Nullable UUID incidentId,
        String service,
        @Nullable String instance,
        String action,
        boolean withheld,
        String reason,
        @Nullable String outcome,
        Instant decidedAt,
        @Nullable Instant endedAt) {}
