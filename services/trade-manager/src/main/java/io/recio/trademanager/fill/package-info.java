/**
 * Attaches fills to trades: by client order id, then by the exchange's order id. A fill without an owner is parked, and called
 * nobody's only when two full reads of orders do not explain it; then entries are halted (DESIGN, section 4, step 5).
 */
@NullMarked
package io.recio.trademanager.fill;

import org.jspecify.annotations.NullMarked;
