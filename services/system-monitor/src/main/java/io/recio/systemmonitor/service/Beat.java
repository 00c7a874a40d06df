package io.recio.systemmonitor.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The newest heartbeat of an instance.
 *
 * @param age on the database's clock
 * @param resources of its node, control group and disk; empty where they are not measured
 * @param freshness by figure: {@code {"table": {"ageMs": 120, "limitMs": 5000, "ok": true}}}
 */
public record Beat(
        String service,
        String instance,
        boolean active,
        long epoch,
        Instant startedAt,
        Duration age,
        boolean functional,
        JsonNode freshness,
        long memoryBytes,
        long cpuMillis,
        JsonNode resources,
        String host,
        int port) {

    List<String> late() {
        return freshness.properties().stream()
                .filter(figure -> !figure.getValue().path("ok").asBoolean(true))
                .map(Map.Entry::getKey)
                .toList();
    }
}
