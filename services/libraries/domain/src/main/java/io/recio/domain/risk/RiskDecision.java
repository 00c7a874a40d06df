package io.recio.domain.risk;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The answer to a {@link RiskRequest}. */
public sealed interface RiskDecision {

    /** Within all limits. */
    record Allowed() implements RiskDecision {}

    /**
     * Refused by one limit, the first in the order of {@link DenialCode}.
     *
     * @param facts what was found and what was allowed, by name
     */
    record Denied(DenialCode code, SortedMap<String, String> facts) implements RiskDecision {

        public Denied {
            facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        }

        static Denied of(DenialCode code, Map<String, String> facts) {
            return new Denied(code, new TreeMap<>(facts));
        }
    }
}
