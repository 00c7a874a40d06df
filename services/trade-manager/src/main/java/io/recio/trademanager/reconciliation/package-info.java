/**
 * Holds the sum of our trades against the exchange's positions and cash. A difference that two reconciliations of account sync agree
 * upon halts entries and is named; it is never papered over (DESIGN, section 4, step 5).
 */
@NullMarked
package io.recio.trademanager.reconciliation;

import org.jspecify.annotations.NullMarked;
