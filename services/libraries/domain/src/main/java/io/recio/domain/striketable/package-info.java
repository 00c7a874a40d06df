/**
 * The strike table, the live probabilities and the watchlist (PRODUCT, section 4).
 *
 * <pre>
 * EventQuotes (markets, books) + PriceSnapshot + now
 *    -> SharedInputs      what all strikes have in common, or why none may be priced
 *    -> StrikePricer      both models, the first that answers prices; or the row's own reason
 *    -> StrikeTableBuilder -> StrikeTables: StrikeTable (21 nearest) and LiveProbabilities (all)
 * StrikeTable -> Watchlist
 * </pre>
 */
@NullMarked
package io.recio.domain.striketable;

import org.jspecify.annotations.NullMarked;
