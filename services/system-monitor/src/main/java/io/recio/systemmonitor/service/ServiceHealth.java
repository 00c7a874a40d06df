package io.recio.systemmonitor.service;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How one service is; shown on the screen as it stands.
 *
 * @param critical whether trading cannot go on without it
 * @param reason in words, empty when it is healthy
 */
public record ServiceHealth(
        String service, State state, boolean critical, String reason, List<InstanceHealth> instances) {

    /** Worst last. */
    public enum State {
        HEALTHY,
        /** It gives no results yet. */
        STARTING,
        /** It gives results, but something about it is not as it should be. */
        DEGRADED,
        /** It gives no results. */
        DOWN
    }

    /**
     * @param cpuPercent of one core since the last look; absent at the first
     * @param late figures that are
     */
    public record InstanceHealth(
            String instance,
            String role,
            long epoch,
            long beatAgeMs,
            Readiness http,
            boolean functional,
            List<String> late,
            long memoryBytes,
            OptionalDouble cpuPercent) {}

    /** Whether trading cannot go on. */
    public boolean isCriticalFailure() {
        return critical && state == State.DOWN;
    }
}
