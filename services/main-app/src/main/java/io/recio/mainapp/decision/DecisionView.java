package io.recio.mainapp.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision of auto entry.
 *
 * @param outcome entry or refused
 * @param reasons stable codes
 * @param document inputs and reasons with their facts
 * @param repeated how many evaluations in a row came to the same
 */
record DecisionView(
        UUID decisionId,
        String symbol,
        @Nullable String eventTicker,
        String outcome,
        @Nullable String ticker,
        @Nullable String side,
        List<String> reasons,
        JsonNode document,
        int repeated,
        Instant businessAt,
        Instant lastAt) {

    DecisionView {
        reasons = List.copyOf(reasons);
    }
}
