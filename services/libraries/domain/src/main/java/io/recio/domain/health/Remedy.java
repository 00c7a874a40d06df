package io.recio.domain.health;

/** What the detector has the runtime do. */
public sealed interface Remedy {

    /** End the instance that is to blame and let the runtime start another. */
    record RestartInstance(ServiceName service, String instance, Condition.Fault because) implements Remedy {}

    /** End everything, once, when most of it is down and nothing smaller helped. */
    record RestartSystem(int unwell) implements Remedy {}
}
