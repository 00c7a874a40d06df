package io.recio.failuredetector.node;

import java.util.List;
import java.util.Optional;

/**
 * What a node uses and has; what nobody measures is absent.
 *
 * @param cpuMillis used, in thousandths of a core
 * @param cpuMillisMost what pods may use
 * @param pressures conditions of the node that are not as they should be, such as {@code DiskPressure}, {@code NotReady}
 */
public record NodeFigures(
        String node,
        Optional<Long> cpuMillis,
        Optional<Long> memoryBytes,
        Optional<Long> cpuMillisMost,
        Optional<Long> memoryBytesMost,
        List<String> pressures) {

    public NodeFigures {
        pressures = List.copyOf(pressures);
    }
}
