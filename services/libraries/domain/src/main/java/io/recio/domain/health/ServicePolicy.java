package io.recio.domain.health;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How one service is watched.
 *
 * @param dependsOn services without whose results it cannot produce its own
 * @param standsOn the same of foundations
 * @param restartable false for the detector itself
 * @param critical whether trading cannot go on without it
 * @param handlesOrders whether restarting it while an order is in doubt could lose evidence
 */
public record ServicePolicy(
        ServiceName name,
        SortedSet<ServiceName> dependsOn,
        SortedSet<Foundation> standsOn,
        boolean restartable,
        boolean critical,
        boolean handlesOrders) {

    public ServicePolicy {
        dependsOn = Collections.unmodifiableSortedSet(new TreeSet<>(dependsOn));
        standsOn = Collections.unmodifiableSortedSet(new TreeSet<>(standsOn));
    }

    static ServicePolicy of(String name, Set<String> dependsOn, Foundation... standsOn) {
        TreeSet<ServiceName> services = new TreeSet<>();
        dependsOn.forEach(service -> services.add(new ServiceName(service)));
        return new ServicePolicy(new ServiceName(name), services, new TreeSet<>(Set.of(standsOn)), true, false, false);
    }

    ServicePolicy whichIsCritical() {
        return new ServicePolicy(name, dependsOn, standsOn, restartable, true, handlesOrders);
    }

    ServicePolicy handlingOrders() {
        return new ServicePolicy(name, dependsOn, standsOn, restartable, critical, true);
    }

    ServicePolicy neverRestarted() {
        return new ServicePolicy(name, dependsOn, standsOn, false, critical, handlesOrders);
    }
}
