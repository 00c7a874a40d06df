/**
 * The seconds of one symbol, exact: what the feed said, what came late, what was filled in, and which rows follow.
 *
 * <pre>
 *   TradeSeen, LateTradeSeen, heartbeat, loss, REST trades, candles ─► PriceTrack ─► rows due
 *                                     SecondTape: which trades stand where, which seconds are proven quiet
 * </pre>
 */
@NullMarked
package io.recio.pricewatchdog.track;

import org.jspecify.annotations.NullMarked;
