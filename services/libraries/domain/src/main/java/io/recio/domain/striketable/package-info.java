/** The strike table, the live probabilities and the watchlist (PRODUCT, section 4). */
@NullMarked
package io.recio.domain.striketable;

import org.jspecify.annotations.NullMarked;
