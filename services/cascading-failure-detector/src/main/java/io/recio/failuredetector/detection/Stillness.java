package io.recio.failuredetector.detection;

import io.recio.domain.health.DetectorHistory;
import io.recio.domain.health.ServiceHistory;
import io.recio.domain.health.ServiceName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is remembered, without what moves at every look. */
final class Stillness {

    private Stillness() {}

    static Remembered of(Remembered remembered) {
        SortedMap<ServiceName, ServiceHistory> services = new TreeMap<>();
        DetectorHistory history = remembered.history();
        history.services()
                .forEach((name, each) -> services.put(
                        name,
                        new ServiceHistory(
                                each.unwellSince(),
                                each.carriesSince(),
                                each.restarts(),
                                Collections.emptySortedMap())));
        return new Remembered(
                remembered.epoch(),
                remembered.symbols(),
                new DetectorHistory(services, history.inFlight(), history.systemRestartedAt()),
                remembered.book(),
                remembered.plan(),
                remembered.outlook(),
                remembered.unwritten());
    }
}
