package io.recio.domain.health;

import java.util.List;
import java.util.Optional;

/**
 * One service as last seen.
 *
 * @param instances that run; those that have exited are the runtime's to restart
 * @param lease absent when it has none, or when it cannot be read
 * @param pause absent when nobody asked for one
 */
public record ServiceObservation(
        ServiceName service, List<InstanceObservation> instances, Optional<Lease> lease, Optional<Pause> pause) {

    /**
     * Who acts for the service, or did last.
     *
     * @param expired so that nobody acts for it now
     */
    public record Lease(String holder, boolean expired) {

        /** Whether the instance can no longer act, however alive it may be. */
        boolean hasLeft(String instance) {
            return expired || !holder.equals(instance);
        }
    }

    public ServiceObservation {
        instances = List.copyOf(instances);
    }

    /** A service without lease or pause. */
    static ServiceObservation absent(ServiceName service) {
        return new ServiceObservation(service, List.of(), Optional.empty(), Optional.empty());
    }
}
