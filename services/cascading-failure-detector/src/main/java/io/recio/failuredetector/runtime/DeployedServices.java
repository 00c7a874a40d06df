package io.recio.failuredetector.runtime;

import io.recio.domain.health.ServiceName;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the runtime keeps.
 *
 * @param services whether they run or not
 * @param running their instances
 */
public record DeployedServices(SortedSet<ServiceName> services, List<RunningInstance> running) {

    public DeployedServices {
        services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
        running = List.copyOf(running);
    }

    public List<RunningInstance> running(ServiceName service) {
        return running.stream()
                .filter(instance -> instance.service().equals(service))
                .toList();
    }
}
