package io.recio.failuredetector.runtime;

import io.recio.domain.health.Pause;
import io.recio.domain.health.ServiceName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the runtime keeps.
 *
 * @param services whether they run or not
 * @param running their instances
 * @param pauses asked for, whether they still hold or not
 */
public record DeployedServices(
        SortedSet<ServiceName> services, List<RunningInstance> running, Map<ServiceName, Pause> pauses) {

    public DeployedServices {
        services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
        running = List.copyOf(running);
        pauses = Map.copyOf(pauses);
    }

    public List<RunningInstance> running(ServiceName service) {
        return running.stream()
                .filter(instance -> instance.service().equals(service))
                .toList();
    }
}
