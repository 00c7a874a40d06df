package io.recio.domain.health;

import io.recio.domain.time.SystemTime;
import java.util.Optional;

/**
 * A remedy not taken, for the record.
 *
 * @param detail what stands in the way, such as the service or foundation that is the cause
 * @param until when it may be taken if nothing else changes
 */
public record Withheld(ServiceName service, Reason reason, String detail, Optional<SystemTime> until) {

    /** Why. Stable names: they are stored and shown. */
    public enum Reason {
        /** The database, the runtime or an exchange is down: freeze. */
        FOUNDATION_DOWN,
        /** Something it depends on is unwell; that comes first. */
        DEPENDENCY_UNWELL,
        /** Something it depends on has only just recovered. */
        DEPENDENCY_SETTLING,
        /** It has exited; starting it again is the runtime's work. */
        RUNTIME_RESTARTS_IT,
        NOT_RESTARTABLE,
        /** A person works on it, until a given time. */
        PAUSED_BY_OPERATOR,
        /** It may recover by itself. */
        PATIENCE,
        ORDER_IN_DOUBT,
        REMEDY_IN_FLIGHT,
        /** Every restart its backoff allows was tried: a person is needed. */
        GIVEN_UP,
        BACKING_OFF,
        BUDGET_SPENT,
        /** It would be restarted now, if the detector acted. */
        DRY_RUN,
        /** Everything would be restarted now, if the detail did not stand in the way. */
        SYSTEM_RESTART_WITHHELD,
        SYSTEM_RESTARTED_LATELY
    }
}
