package io.recio.mainapp.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person should know.
 *
 * @param severity info, warning or critical
 * @param businessAt when it happened in the market
 * @param resolvedAt when its cause was gone
 */
record AlertView(
        UUID alertId,
        String raisedBy,
        String severity,
        String code,
        String message,
        JsonNode facts,
        @Nullable Instant businessAt,
        Instant raisedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {}
