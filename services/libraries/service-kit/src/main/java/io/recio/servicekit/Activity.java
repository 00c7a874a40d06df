package io.recio.servicekit;

/**
 * What an instance says of itself in its heartbeat and health. The desk runner is it, unless a service must work without
 * the database's lease: that one sets {@code recio.service.desk=none} when built and brings its own.
 */
public interface Activity {

    /** Whether this instance acts; a standby only waits. */
    boolean isActive();

    /** The epoch in which it acts, or last acted. */
    long lastEpoch();

    /** Whether the last thing we heard of the database was bad. */
    boolean isDatabaseAway();

    /** Whether it can do its job while the database is away. */
    default boolean needsDatabase() {
        return true;
    }
}
