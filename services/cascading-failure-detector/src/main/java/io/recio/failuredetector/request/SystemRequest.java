package io.recio.failuredetector.request;

import java.util.Optional;
import java.util.UUID;

/**
 * A request that waits for its answer.
 *
 * @param requestedBy the database role; onBehalfOf the person, if any
 */
public record SystemRequest(
        UUID id,
        Kind kind,
        Optional<String> service,
        Optional<String> instance,
        String reason,
        String requestedBy,
        Optional<String> onBehalfOf) {

    /** Stored in small letters. */
    public enum Kind {
        /** All instances of the service, or the named one. */
        RESTART,
        /** All instances of the service, one after another. */
        ROLL,
        /** The named instance, which does not hold the lease. */
        END_DUPLICATE,
        /** Everything in the order of dependence, but the detector. */
        RESTART_ALL,
        /** An alert that means nothing, to see whether it arrives. */
        TEST_ALERT
    }
}
