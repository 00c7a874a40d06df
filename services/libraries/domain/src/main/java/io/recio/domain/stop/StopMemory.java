package io.recio.domain.stop;

import io.recio.domain.money.Price;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * What the rules remember of a trade between two readings; stored, so that a restart forgets nothing.
 *
 * @param belowSince since when the probability has been below its threshold
 * @param bestExit the highest exit price seen
 * @param blindSince since when neither price nor index has been usable
 */
public record StopMemory(
        Optional<BusinessTime> belowSince, Optional<Price> bestExit, Optional<BusinessTime> blindSince) {

    /** Of a trade never looked at. */
    public static final StopMemory NONE = new StopMemory(Optional.empty(), Optional.empty(), Optional.empty());
}
