/**
 * What each service shares. A service brings one {@link io.recio.servicekit.Desk}; the kit does the rest:
 *
 * <pre>
 * start   wait for the database, take the lease (or stand by, warm), recover, then serve
 * serve   wake on a notification, an inbox or the safety net, and step
 * lose    lease lost or database gone: stand down at once, take the lease again, recover again
 * stop    finish the step, stop the desk, give the lease back last
 * beside  heartbeat and what is warned of each second, functional health at /q/health, metrics at /q/metrics
 * </pre>
 */
@NullMarked
package io.recio.servicekit;

import org.jspecify.annotations.NullMarked;
