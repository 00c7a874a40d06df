package io.recio.domain.health;

import io.recio.domain.time.SystemTime;
import java.util.Optional;

/**
 * One running instance as last seen.
 *
 * @param epoch of the lease it holds, or last held
 * @param heartbeatAt absent before its first
 * @param functional whether it says that it lately produced a correct result
 * @param workDone its counter of results; it only has to move
 */
public record InstanceObservation(
        String instance,
        Role role,
        long epoch,
        SystemTime startedAt,
        Optional<SystemTime> heartbeatAt,
        boolean functional,
        long workDone) {

    /** What the instance says it is. */
    public enum Role {
        ACTIVE,
        /** Warm, waiting for the lease; nobody expects results of it. */
        STANDBY
    }
}
