package io.recio.localstack.chaos.run;

import io.recio.localstack.chaos.plan.PlannedFault;
import java.util.OptionalLong;

/**
 * What became of a planned fault.
 *
 * @param met whether it struck at its moment, rather than at its last chance
 * @param recovery milliseconds from the strike until the service's lease was held anew; only for faults of a process
 */
public record Fate(PlannedFault fault, boolean met, OptionalLong recovery) {}
