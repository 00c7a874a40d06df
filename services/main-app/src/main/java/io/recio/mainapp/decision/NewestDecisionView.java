package io.recio.mainapp.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What auto entry last decided for a symbol, as the strike table explains it.
 *
 * @param refusals what stops every row: codes with their facts
 * @param rows each watched row: enter, or refused with its reasons
 */
record NewestDecisionView(
        UUID decisionId,
        String symbol,
        @Nullable String eventTicker,
        String outcome,
        JsonNode refusals,
        JsonNode rows,
        Instant businessAt) {}
