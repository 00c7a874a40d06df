package io.recio.failuredetector.runtime;

import io.recio.domain.health.ServiceName;

/** What starts and ends instances: local-stack here, the API server in a cluster. Blocking; each call ends in time. */
public interface ServiceRuntime {

    /** @throws RuntimeUnreachable when it does not answer */
    DeployedServices services();

    /**
     * Ends the instance, even a frozen one, and starts another in its place. Returns when that is under way.
     *
     * @throws RemedyRefused when the instance does not run any more
     * @throws RuntimeUnreachable when it does not answer; whether it heard is unknown
     */
    void restart(ServiceName service, String instance);

    /**
     * Restarts all instances of the service in the runtime's own way. Returns when that is under way.
     *
     * @throws RemedyRefused when there is nothing to restart
     * @throws RuntimeUnreachable when it does not answer; whether it heard is unknown
     */
    void roll(ServiceName service);
}
