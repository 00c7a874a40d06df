package io.recio.systemmonitor.resource;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A node of the cluster, as the failure detector read it.
 *
 * @param readAgeMs since it did
 * @param cpuPercent of what pods may use; absent where nobody measures it
 * @param memoryPercent likewise
 * @param pressures such as {@code DiskPressure}: what the node itself says it lacks
 */
public record NodeFigures(
        String node, long readAgeMs, OptionalDouble cpuPercent, OptionalDouble memoryPercent, List<String> pressures) {

    public NodeFigures {
        pressures = List.copyOf(pressures);
    }
}
