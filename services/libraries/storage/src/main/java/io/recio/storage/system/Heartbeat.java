package io.recio.storage.system;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * How one instance of a service feels.
 *
 * @param active false for a warm standby, of which no freshness is expected
 * @param functional whether each freshness figure is within its limit
 * @param freshness by figure: {@code {"table": {"ageMs": 120, "limitMs": 5000, "ok": true}}}
 * @param workDone a count that moves whenever the instance gets something done
 * @param resources of its node, control group and disk; empty where they cannot be measured
 */
public record Heartbeat(
        String service,
        String instance,
        boolean active,
        long epoch,
        Instant startedAt,
        boolean functional,
        JsonObject freshness,
        long workDone,
        long memoryBytes,
        long cpuMillis,
        JsonObject resources,
        String version,
        String host,
        int port) {}
