package io.recio.localstack.cluster;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a fault.
 *
 * @param causes the root causes the detector named, in order
 * @param remedies what it did
 * @param withheld what it did not do, and why
 * @param recovery from the strike until everything gave results again; null when it did not
 * @param falseRestarts who began anew without need
 */
record Outcome(
        Fault fault,
        List<String> causes,
        List<String> remedies,
        List<String> withheld,
        @Nullable Duration recovery,
        List<String> falseRestarts) {

    boolean isGood() {
        return recovery != null
                && falseRestarts.isEmpty()
                && (fault.causes().isEmpty() || causes.stream().anyMatch(fault.causes()::contains));
    }
}
