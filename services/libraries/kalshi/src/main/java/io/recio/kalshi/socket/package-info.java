/**
 * The exchange's stream: one connection that keeps itself alive, with books that are right or called invalid.
 *
 * <pre>
 *   KalshiWebSocket   connects, listens for silence, backs off, connects again
 *     └─ SocketSession  one connection: frames in, messages and commands out (no I/O, no clock)
 *          ├─ Subscription   a channel: what is wanted, what the server was asked, its sid and sequence
 *          └─ BookKeeper     books of the order book channel, valid only while gap-free
 *   Interests         what is wanted, over all connections
 * </pre>
 *
 * <p>A gap, a repeat, an unreadable frame or an impossible level makes the books concerned invalid at once; then
 * snapshots are asked for, and when those do not come the channel is subscribed anew.
 */
@NullMarked
package io.recio.kalshi.socket;

import org.jspecify.annotations.NullMarked;
