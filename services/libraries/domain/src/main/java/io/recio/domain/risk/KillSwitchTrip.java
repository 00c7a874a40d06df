package io.recio.domain.risk;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The kill switch must be thrown: no entries until an operator clears it (PRODUCT, section 8).
 *
 * @param facts the loss and its limit
 */
public record KillSwitchTrip(DenialCode cause, SortedMap<String, String> facts) {

    public KillSwitchTrip {
        if (!cause.tripsKillSwitch()) {
            throw new IllegalArgumentException("the kill switch is tripped by a loss limit, was " + cause);
        }
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
}
