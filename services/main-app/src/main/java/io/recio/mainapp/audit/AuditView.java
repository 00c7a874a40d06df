package io.recio.mainapp.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** One row of the audit. */
record AuditView(long seq, Instant at, String actor, String action, JsonNode facts, String hash) {}
