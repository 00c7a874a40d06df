package io.recio.mainapp.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One moment in the story of a trade, business time.
 *
 * @param kind decision, request, trade, order, fill or settlement
 * @param what of that kind: an outcome, a wish, an event's type, a side
 * @param facts what is known of it; amounts are decimal text
 */
record TimelineEntry(Instant at, String kind, String what, JsonNode facts) {}
