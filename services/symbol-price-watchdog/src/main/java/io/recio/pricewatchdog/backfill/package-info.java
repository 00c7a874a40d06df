/**
 * Asks the exchange for what the feed did not bring, on a worker thread, and hands it to the desk's inbox page by page.
 *
 * <pre>
 *   Request (trades by id, candles by time) ─► Backfill ─► TradeHistory ─► Answer
 * </pre>
 */
@NullMarked
package io.recio.pricewatchdog.backfill;

import org.jspecify.annotations.NullMarked;
