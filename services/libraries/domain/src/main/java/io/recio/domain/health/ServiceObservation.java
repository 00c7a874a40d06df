package io.recio.domain.health;

import java.util.List;

/**
 * One service as last seen.
 *
 * @param instances that run; those that have exited are the runtime's to restart
 * @param leaseExpired whether its lease has run out, so that nobody acts for it
 */
public record ServiceObservation(ServiceName service, List<InstanceObservation> instances, boolean leaseExpired) {

    public ServiceObservation {
        instances = List.copyOf(instances);
    }
}
