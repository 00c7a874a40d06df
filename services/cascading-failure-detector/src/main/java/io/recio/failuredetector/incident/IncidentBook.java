package io.recio.failuredetector.incident;

import io.recio.domain.health.IncidentLevel;
import io.recio.domain.time.SystemTime;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What is open: remembered between looks and across restarts.
 *
 * @param incidents by root cause
 * @param withheld by service
 * @param taken the remedy whose outcome is awaited
 * @param downSince by foundation in small letters
 */
public record IncidentBook(
        SortedMap<String, OpenIncident> incidents,
        SortedMap<String, OpenWithheld> withheld,
        Optional<OpenRemedy> taken,
        SortedMap<String, SystemTime> downSince) {

    /** Nothing is open. */
    public static final IncidentBook EMPTY = new IncidentBook(
            Collections.emptySortedMap(), Collections.emptySortedMap(), Optional.empty(), Collections.emptySortedMap());

    record OpenIncident(UUID id, IncidentLevel level, SystemTime since, boolean alerted) {}

    /** @param reason as stored, so that a change of it is seen */
    record OpenWithheld(UUID id, String reason) {}

    /** @param service absent when everything was restarted */
    public record OpenRemedy(UUID id, Optional<String> service) {}

    public IncidentBook {
        incidents = Collections.unmodifiableSortedMap(new TreeMap<>(incidents));
        withheld = Collections.unmodifiableSortedMap(new TreeMap<>(withheld));
        downSince = Collections.unmodifiableSortedMap(new TreeMap<>(downSince));
    }
}
