package io.recio.domain.health;

/** What the detector has the runtime do. */
public sealed interface Remedy {

    /** End the instance that is to blame and let the runtime start another. */
    record RestartInstance(ServiceName service, String instance, Condition.Fault because) implements Remedy {}

    /** Restart all instances of the service, one after another: ending the one that is to blame did not help. */
    record RollService(ServiceName service, Condition.Fault because) implements Remedy {}

    /** End everything, once, when most of it is down and nothing smaller helped. */
    record RestartSystem(int unwell) implements Remedy {}
}
