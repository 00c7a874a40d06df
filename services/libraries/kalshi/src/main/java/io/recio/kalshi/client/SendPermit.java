package io.recio.kalshi.client;

/**
 * The caller's last word before the first byte is written, asked when the connection already stands: a lease that must
 * still be held, a switch that must still be off.
 */
@FunctionalInterface
public interface SendPermit {

    SendPermit ALWAYS = () -> true;

    /** Whether to write. Called on an event loop: it must answer at once, from memory. An exception means no. */
    boolean mayWrite();
}
