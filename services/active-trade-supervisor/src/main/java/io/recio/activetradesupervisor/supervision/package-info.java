/**
 * The flow: a price, strike table or trade wakes {@link io.recio.activetradesupervisor.supervision.SupervisionDesk}; it
 * beats for the dead man, values each held trade, asks {@code io.recio.domain.stop.StopRules}, writes what it saw, and
 * requests the close of those that must go. The trade manager repeats a close until it is done.
 */
@NullMarked
package io.recio.activetradesupervisor.supervision;

import org.jspecify.annotations.NullMarked;
