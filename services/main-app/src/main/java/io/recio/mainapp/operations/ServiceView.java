package io.recio.mainapp.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One instance of a service by its newest heartbeat; real times.
 *
 * @param role active or standby
 * @param functional whether each freshness figure is within its limit
 * @param freshness by figure: {@code {"table": {"ageMs": 120, "limitMs": 5000, "ok": true}}}
 * @param beatAgeMs how long ago the heartbeat was written
 */
record ServiceView(
        String service,
        String instance,
        String role,
        long epoch,
        boolean functional,
        JsonNode freshness,
        Instant startedAt,
        Instant beatAt,
        long beatAgeMs,
        long workDone,
        long memoryBytes,
        long cpuMillis,
        String version,
        String host,
        int port) {}
