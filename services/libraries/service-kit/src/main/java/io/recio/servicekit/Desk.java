package io.recio.servicekit;

import io.recio.storage.Fence;
import java.time.Duration;
import java.util.Set;

/**
 * The one class of a service that holds its flow. All methods run on the desk's own thread, one at a time, and only while
 * the lease is held; so a desk needs no locks of its own.
 *
 * <p>Each method may throw {@code DatabaseUnavailable} or {@code LeaseLost}: the desk is then stood down and, once the
 * database answers and the lease is held again, recovered again.
 */
public interface Desk {

    /** The channels whose notifications wake this desk. */
    Set<String> channels();

    /**
     * A notification of the channel has come; the desk is woken right after. Called on another thread, at any time, also
     * for each channel after listening began anew: take a note, do nothing.
     */
    default void heard(String channel) {}

    /** How long the desk sleeps at most when nothing wakes it; a missed notification costs this, never correctness. */
    Duration safetyNet();

    /** Loads and reconciles; the only way to start. The fence goes into every transaction that acts. */
    void recover(Fence fence);

    /** Handles all that is new, by state. Safe to call when nothing is. */
    void step();

    /** Ends what an active instance holds open: sockets, timers. The lease may already be lost; nothing is written. */
    void standDown();

    /** A graceful stop while the lease is still held: finish, save, log; {@link #standDown()} follows. */
    default void finish() {}
}
