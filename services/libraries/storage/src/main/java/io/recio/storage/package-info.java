/**
 * PostgreSQL as the single truth and the only bus (DESIGN, section 1).
 *
 * <p>{@link io.recio.storage.Database} asks and writes, {@link io.recio.storage.Notifications} wakes. A service listens
 * first, then reads by state, then handles; a notification is a hint, a timer the safety net. Stores that two services
 * share live in the packages below; a store of one service lives beside its user.
 */
@NullMarked
package io.recio.storage;

import org.jspecify.annotations.NullMarked;
