package io.recio.domain.health;

import io.recio.domain.time.SystemTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the detector remembers of one service.
 *
 * @param unwellSince since when it has been unwell or degraded, while all it stands on worked; absent otherwise
 * @param carriesSince since when others could rely on it; absent otherwise
 * @param restarts since it was last stable, oldest first
 * @param progress of its instances' work counters
 */
public record ServiceHistory(
        Optional<SystemTime> unwellSince,
        Optional<SystemTime> carriesSince,
        List<SystemTime> restarts,
        SortedMap<String, Progress> progress) {

    static final ServiceHistory NONE =
            new ServiceHistory(Optional.empty(), Optional.empty(), List.of(), Collections.emptySortedMap());

    /** When a work counter was last seen to move. */
    public record Progress(long workDone, SystemTime movedAt) {}

    public ServiceHistory {
        restarts = List.copyOf(restarts);
        progress = Collections.unmodifiableSortedMap(new TreeMap<>(progress));
    }
}
