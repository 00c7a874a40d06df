package io.recio.failuredetector.node;

import java.util.List;
import java.util.Optional;

/**
 * What a node has for pods, and what it says it lacks.
 *
 * @param cpuMillis in thousandths of a core
 */
record NodeCapacity(Optional<Long> cpuMillis, Optional<Long> memoryBytes, List<String> pressures) {

    static final NodeCapacity UNKNOWN = new NodeCapacity(Optional.empty(), Optional.empty(), List.of());

    NodeCapacity {
        pressures = List.copyOf(pressures);
    }
}
