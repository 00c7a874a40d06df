package io.recio.domain.health;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who depends on whom, through any number of steps. */
final class DependencyGraph {

    private final SortedMap<ServiceName, ServicePolicy> services;
    private final Map<ServiceName, SortedSet<ServiceName>> dependencies = new HashMap<>();

    DependencyGraph(SortedMap<ServiceName, ServicePolicy> services) {
        this.services = services;
        for (ServiceName service : services.keySet()) {
            SortedSet<ServiceName> found = new TreeSet<>();
            gather(service, found);
            dependencies.put(service, Collections.unmodifiableSortedSet(found));
        }
    }

    static void requireAcyclic(SortedMap<ServiceName, ServicePolicy> services) {
        DependencyGraph graph = new DependencyGraph(services);
        for (ServiceName service : services.keySet()) {
            if (graph.dependenciesOf(service).contains(service)) {
                throw new IllegalArgumentException("services must not depend on themselves, found " + service);
            }
        }
    }

    /** All services that the service's results rest on. */
    SortedSet<ServiceName> dependenciesOf(ServiceName service) {
        return dependencies.getOrDefault(service, Collections.emptySortedSet());
    }

    /** All foundations that the service, or any it depends on, stands on; the runtime always. */
    SortedSet<Foundation> foundationsOf(ServiceName service) {
        SortedSet<Foundation> found = new TreeSet<>(policy(service).standsOn());
        found.add(Foundation.RUNTIME);
        dependenciesOf(service)
                .forEach(dependency -> found.addAll(policy(dependency).standsOn()));
        return found;
    }

    /** The deepest first: those with the fewest dependencies. */
    Comparator<ServiceName> deepestFirst() {
        return Comparator.<ServiceName>comparingInt(
                        service -> dependenciesOf(service).size())
                .thenComparing(Comparator.naturalOrder());
    }

    private void gather(ServiceName service, SortedSet<ServiceName> found) {
        for (ServiceName dependency : policy(service).dependsOn()) {
            if (found.add(dependency)) {
                gather(dependency, found);
            }
        }
    }

    private ServicePolicy policy(ServiceName service) {
        ServicePolicy policy = services.get(service);
        if (policy == null) {
            throw new IllegalArgumentException("expected a watched service, found " + service);
        }
        return policy;
    }
}
