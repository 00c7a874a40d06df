package io.recio.domain.health;

import io.recio.domain.time.SystemTime;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the detector remembers between two looks; stored, so that a new leader neither forgets a backoff nor repeats a remedy.
 *
 * @param inFlight the remedy whose effect is awaited
 * @param systemRestartedAt when everything was last restarted
 */
public record DetectorHistory(
        SortedMap<ServiceName, ServiceHistory> services,
        Optional<InFlight> inFlight,
        Optional<SystemTime> systemRestartedAt) {

    public static final DetectorHistory NONE =
            new DetectorHistory(Collections.emptySortedMap(), Optional.empty(), Optional.empty());

    /** A remedy under way. */
    public record InFlight(Remedy remedy, SystemTime since) {}

    public DetectorHistory {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    /** What is remembered of the service; nothing if it is new. */
    public ServiceHistory of(ServiceName service) {
        return services.getOrDefault(service, ServiceHistory.NONE);
    }
}
