package io.recio.mainapp.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that failed, with its root cause. */
record IncidentView(
        UUID incidentId,
        String rootCause,
        String level,
        JsonNode symptoms,
        Instant openedAt,
        @Nullable Instant closedAt) {}
