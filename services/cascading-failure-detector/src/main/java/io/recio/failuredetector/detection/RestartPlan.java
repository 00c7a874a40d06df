package io.recio.failuredetector.detection;

import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.runtime.RunningInstance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Restarts to carry out one after another, each once the one before is well again or had its time.
 *
 * @param request to answer at the end; absent when the detector itself decided
 * @param remedy its row
 * @param left not restarted yet
 * @param current restarted, and not well again yet
 * @param failures instance by instance, why
 */
record RestartPlan(
        Optional<UUID> request,
        UUID remedy,
        List<RunningInstance> left,
        Optional<Current> current,
        int restarted,
        List<String> failures) {

    record Current(RunningInstance instance, SystemTime since) {}

    RestartPlan {
        left = List.copyOf(left);
        failures = List.copyOf(failures);
    }

    static RestartPlan of(Optional<UUID> request, UUID remedy, List<RunningInstance> instances) {
        return new RestartPlan(request, remedy, instances, Optional.empty(), 0, List.of());
    }

    /** The next one is restarted now. */
    RestartPlan begin(SystemTime at) {
        return new RestartPlan(
                request,
                remedy,
                left.subList(1, left.size()),
                Optional.of(new Current(left.getFirst(), at)),
                restarted + 1,
                failures);
    }

    RestartPlan ended() {
        return new RestartPlan(request, remedy, left, Optional.empty(), restarted, failures);
    }

    RestartPlan failed(String reason) {
        return new RestartPlan(
                request,
                remedy,
                left,
                Optional.empty(),
                restarted,
                Stream.concat(failures.stream(), Stream.of(reason)).toList());
    }

    boolean isOver() {
        return left.isEmpty() && current.isEmpty();
    }

    String summary() {
        return restarted - failures.size() + " restarted"
                + (failures.isEmpty() ? "" : ", failed: " + String.join("; ", failures));
    }
}
