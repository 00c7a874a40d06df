/**
 * Money as whole numbers: {@link io.recio.domain.money.Price} (1e-4 dollars) times
 * {@link io.recio.domain.money.Quantity} (1e-2 contracts) is {@link io.recio.domain.money.Money} (1e-6 dollars).
 * Overflow throws; rounding happens only where a fee rule says so.
 */
@NullMarked
package io.recio.domain.money;

import org.jspecify.annotations.NullMarked;
