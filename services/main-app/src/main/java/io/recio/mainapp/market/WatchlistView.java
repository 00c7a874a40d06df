package io.recio.mainapp.market;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A watchlist as the coordinator stored it. */
record WatchlistView(
        String symbol,
        long version,
        Instant computedAt,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String watchlist) {}
