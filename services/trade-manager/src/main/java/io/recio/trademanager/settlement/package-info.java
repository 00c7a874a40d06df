/**
 * The end of the contract: at its own close time a trade expires, the exchange's final result settles it, an amended result
 * books the difference, and the market's totals are held against the exchange's (PRODUCT, section 7).
 */
@NullMarked
package io.recio.trademanager.settlement;

import org.jspecify.annotations.NullMarked;
