/**
 * Watches one symbol's price at Coinbase and writes what follows from it, second by second.
 *
 * <pre>
 *   feed (event loop) ──┐
 *   backfill (worker) ──┼─► inbox ─► watch.PriceWatch (desk thread)
 *   index  (event loop) ┘              │  track: seconds, exact, with their quality
 *                                      │  bar: minutes and long changes     alert: what a person should know
 *                                      └─► price_log + latest_price + NOTIFY, one statement
 * </pre>
 */
@NullMarked
package io.recio.pricewatchdog;

import org.jspecify.annotations.NullMarked;
