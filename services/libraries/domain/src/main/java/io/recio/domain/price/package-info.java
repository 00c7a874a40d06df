/** The price of the underlying: its window of the last hour, deltas, momentum and volatility (PRODUCT, section 2). */
@NullMarked
package io.recio.domain.price;

import org.jspecify.annotations.NullMarked;
