package io.recio.localstack.chaos.run;

import io.recio.localstack.chaos.plan.PlannedFault;
import java.util.OptionalLong;

/**
 * What became of a planned fault.
 *
 * @param met whether it struck at its moment, rather than at its last chance
 * @param recovery milliseconds from the strike until the service's lease was held anew; only for faults of a process
 * @param hits how many requests or frames it struck; 0 when none came its way, 1 for all else
 */
public record Fate(PlannedFault fault, boolean met, OptionalLong recovery, long hits) {

    Fate(PlannedFault fault, boolean met, OptionalLong recovery) {
        this(fault, met, recovery, 1);
    }

    Fate hitting(long times) {
        return new Fate(fault, met, recovery, times);
    }
}
