package io.recio.domain.health;

/** How much one attempt restarts; each attempt at the same service stands on the next rung of the policy's ladder. */
public enum Rung {
    /** The instance that is to blame. */
    INSTANCE,
    /** All instances of the service, one after another. */
    SERVICE
}
