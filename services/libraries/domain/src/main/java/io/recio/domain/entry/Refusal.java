package io.recio.domain.entry;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One reason why not.
 *
 * @param facts what was found and what was asked for, by name
 */
public record Refusal(RefusalCode code, SortedMap<String, String> facts) {

    public Refusal {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    static Refusal of(RefusalCode code, Map<String, String> facts) {
        return new Refusal(code, new TreeMap<>(facts));
    }
}
