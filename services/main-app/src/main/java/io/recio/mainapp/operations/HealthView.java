package io.recio.mainapp.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** The system monitor's newest look at everything. */
record HealthView(
        Instant checkedAt,
        String status,
        JsonNode services,
        JsonNode resources,
        JsonNode database,
        JsonNode network,
        JsonNode duplicates) {}
