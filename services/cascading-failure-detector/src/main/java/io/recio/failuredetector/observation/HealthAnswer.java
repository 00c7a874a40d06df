package io.recio.failuredetector.observation;

import io.recio.domain.health.InstanceObservation.Role;
import java.util.SortedMap;

/**
 * What an instance says of itself.
 *
 * @param functional whether its freshness figures are within their limits
 * @param figures each figure, and whether it is
 */
record HealthAnswer(
        String instance,
        Role role,
        long epoch,
        boolean functional,
        long workDone,
        SortedMap<String, Boolean> figures) {}
