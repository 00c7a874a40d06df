package io.recio.mainapp.market;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A strike table as the coordinator stored it.
 *
 * @param version rises with each change
 * @param computedAt business time
 * @param table the domain's strike table
 */
record StrikeTableView(
        String symbol,
        long version,
        Instant computedAt,
        Instant priceAt,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String table) {}
