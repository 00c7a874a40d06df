/**
 * The Kalshi API watchdog: events, markets, books, exchange status and schedule of Kalshi in the database, as fresh as the
 * exchange tells them, and never fresher.
 */
@NullMarked
package io.recio.apiwatchdog;

import org.jspecify.annotations.NullMarked;
