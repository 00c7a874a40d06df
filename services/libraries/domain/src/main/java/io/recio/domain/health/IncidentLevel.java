package io.recio.domain.health;

/** How bad it is. */
public enum IncidentLevel {
    NONE,
    /** Something starts, or a standby is missing. */
    WARNING,
    /** A service gives no results. */
    CRITICAL,
    /** Half of the services give none, or one was given up. */
    CATASTROPHIC
}
