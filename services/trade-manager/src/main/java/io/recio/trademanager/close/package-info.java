/**
 * Selling what a trade holds: at most one unresolved order at a time, each for all that is held, under a new id once the one
 * before is final; attempts follow with a doubling slip until nothing is held or the market has closed.
 */
@NullMarked
package io.recio.trademanager.close;

import org.jspecify.annotations.NullMarked;
