package io.recio.systemmonitor.resource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a control group uses of what it may: a pod's container, in a cluster.
 *
 * @param id the same for as long as it exists
 * @param instances that say they are in it
 * @param memoryBytes without what the kernel may drop
 * @param memoryPercent of the limit; absent where there is none
 * @param cpuLimitMillis a second; absent where there is no limit
 * @param cpuPercent of the limit, since the last look; absent without a limit, and at the first look
 */
public record GroupFigures(
        String id,
        List<String> instances,
        Optional<Long> memoryBytes,
        Optional<Long> memoryLimitBytes,
        OptionalDouble memoryPercent,
        Optional<Long> cpuLimitMillis,
        OptionalDouble cpuPercent) {

    public GroupFigures {
        instances = List.copyOf(instances);
    }
}
