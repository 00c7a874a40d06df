package io.recio.domain.health;

import io.recio.domain.time.SystemTime;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that one look of the detector saw.
 *
 * @param foundationsUp those known to work; what is not known counts as down
 * @param orderInDoubt whether any order's outcome is unknown, or cannot be asked for
 * @param mandate what may be done about it
 */
public record Observed(
        SystemTime at,
        SortedSet<Foundation> foundationsUp,
        SortedMap<ServiceName, ServiceObservation> services,
        boolean orderInDoubt,
        Mandate mandate) {

    public Observed {
        foundationsUp = Collections.unmodifiableSortedSet(new TreeSet<>(foundationsUp));
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    /** The same, seen by somebody who may do something else about it. */
    public Observed withMandate(Mandate other) {
        return new Observed(at, foundationsUp, services, orderInDoubt, other);
    }

    /** The service as seen; without instances when it was not. */
    ServiceObservation of(ServiceName service) {
        return services.getOrDefault(service, ServiceObservation.absent(service));
    }

    /** The pause that holds now. */
    Optional<Pause> pauseOf(ServiceName service) {
        return of(service).pause().filter(pause -> pause.holdsAt(at));
    }
}
