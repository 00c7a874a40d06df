package io.recio.domain.health;

import java.util.Optional;

/**
 * How a service is judged.
 *
 * @param instance that is to blame
 */
public record Condition(State state, Fault fault, Optional<String> instance) {

    static final Condition WELL = new Condition(State.WELL, Fault.NONE, Optional.empty());

    /** The verdict. */
    public enum State {
        WELL,
        /** Its active instance is well, a standby is not. */
        DEGRADED,
        /** A new instance has its grace. */
        STARTING,
        /** No correct result, yet its work moves on: alive, not to be restarted, and nothing for others to rely on. */
        CATCHING_UP,
        UNWELL,
        /** Nothing runs; the runtime is to start it. */
        ABSENT;

        /** Whether others can rely on its results. */
        public boolean carries() {
            return this == WELL || this == DEGRADED;
        }
    }

    /** What is wrong. */
    public enum Fault {
        NONE,
        HEARTBEAT_MISSED,
        NO_CORRECT_RESULT,
        NO_ACTIVE_INSTANCE,
        NO_INSTANCE,
        STANDBY_HEARTBEAT_MISSED
    }
}
