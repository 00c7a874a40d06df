package io.recio.localstack.week;

import io.recio.domain.health.ServiceName;
import io.recio.domain.time.SystemTime;
import java.util.Optional;

/**
 * One thing that goes wrong.
 *
 * @param service absent when it is nobody's own
 * @param until when it ends by itself; of what a restart mends, when that begins to help
 */
record Fault(FaultKind kind, Optional<ServiceName> service, SystemTime from, SystemTime until) {

    boolean lasts(SystemTime at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
