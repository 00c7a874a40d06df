package io.recio.domain.health;

import io.recio.domain.time.SystemTime;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that one look of the detector saw.
 *
 * @param foundationsUp those known to work; what is not known counts as down
 * @param orderInDoubt whether any order's outcome is unknown, or cannot be asked for
 * @param paused whether an operator told the detector to watch only
 */
public record Observed(
        SystemTime at,
        SortedSet<Foundation> foundationsUp,
        SortedMap<ServiceName, ServiceObservation> services,
        boolean orderInDoubt,
        boolean paused) {

    public Observed {
        foundationsUp = Collections.unmodifiableSortedSet(new TreeSet<>(foundationsUp));
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }
}
