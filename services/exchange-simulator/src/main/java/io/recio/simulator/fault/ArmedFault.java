package io.recio.simulator.fault;

import io.recio.domain.time.SystemTime;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A rule that is switched on, with what has happened to it so far. Used under the lock of {@link Faults}. */
final class ArmedFault {

    private final FaultRule rule;
    private final Optional<SystemTime> ends;
    private final RandomGenerator random;
    private long seen;
    private long struck;

    ArmedFault(FaultRule rule, SystemTime now, RandomGenerator random) {
        this.rule = rule;
        this.ends = rule.lasting().map(now::plus);
        this.random = random;
    }

    FaultRule rule() {
        return rule;
    }

    long struck() {
        return struck;
    }

    boolean isOver(SystemTime now) {
        return ends.map(end -> !now.isBefore(end)).orElse(false)
                || (rule.limit().isPresent() && struck >= rule.limit().getAsInt());
    }

    /** Draws for one matching frame or request. */
    boolean strikes(SystemTime now) {
        if (isOver(now)) {
            return false;
        }
        seen++;
        if (seen <= rule.skip() || (rule.probability() < 1 && random.nextDouble() >= rule.probability())) {
            return false;
        }
        struck++;
        return true;
    }
}
