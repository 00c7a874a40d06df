/**
 * The flow: a price or book notification wakes {@link io.recio.coordinator.striketable.StrikeTableDesk}; for each symbol
 * it reads the newest price and the books that changed, asks the domain for the tables, and writes them in one transaction
 * that wakes the supervisors and the screen. Files follow at most once a second.
 */
@NullMarked
package io.recio.coordinator.striketable;

import org.jspecify.annotations.NullMarked;
