/**
 * What the exchange charges (EXCHANGES, section D): the formula, its rounding, and estimates from both.
 *
 * <p>Estimates choose entries; what a trade cost is always the exchange's own figure.
 */
@NullMarked
package io.recio.domain.fee;

import org.jspecify.annotations.NullMarked;
