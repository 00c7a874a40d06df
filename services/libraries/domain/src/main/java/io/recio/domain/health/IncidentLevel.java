package io.recio.domain.health;

/** How bad it is. */
public enum IncidentLevel {
    NONE,
    /** Something starts or catches up, a standby is missing, or a service gives no results that trading can do without for a while. */
    WARNING,
    /** A critical service gives no results, or another one was given up. */
    CRITICAL,
    /** Half of the services give none, or a critical one was given up. */
    CATASTROPHIC
}
