package io.recio.domain.health;

import io.recio.domain.time.SystemTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The outcome of one look.
 *
 * @param causes the unwell services that no other explains, the deepest first
 * @param remedy at most one
 * @param withheld for every unwell service that is not restarted now, why
 * @param givenUp those that need a person: raise an alert
 * @param lookAgainAt at the latest
 * @param history to store before the remedy is carried out
 */
public record DetectorDecision(
        IncidentLevel level,
        SortedMap<ServiceName, Condition> conditions,
        List<ServiceName> causes,
        Optional<Remedy> remedy,
        List<Withheld> withheld,
        List<ServiceName> givenUp,
        SystemTime lookAgainAt,
        DetectorHistory history) {

    public DetectorDecision {
        conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
        causes = List.copyOf(causes);
        withheld = List.copyOf(withheld);
        givenUp = List.copyOf(givenUp);
    }
}
