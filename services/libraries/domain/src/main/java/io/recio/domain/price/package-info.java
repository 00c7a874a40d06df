/**
 * The price of the underlying and what follows from it (PRODUCT, section 2).
 *
 * <pre>
 * trades, quiet, losses, backfill -> PriceWindow -> PriceSecond    (one row of the price log)
 *                                               -> PriceSnapshot  (what pricing needs of the newest price)
 * Deltas -> Momentum      squared one-second returns -> Volatility      last minute -> PartialAverage
 * </pre>
 *
 * A price of {@link io.recio.domain.price.PriceQuality#INTERPOLATED} quality is for charts; nothing here reckons with it.
 */
@NullMarked
package io.recio.domain.price;

import org.jspecify.annotations.NullMarked;
