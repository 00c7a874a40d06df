package io.recio.mainapp.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** One event of an order, business time. */
record OrderStep(int seq, String type, JsonNode document, Instant at) {}
