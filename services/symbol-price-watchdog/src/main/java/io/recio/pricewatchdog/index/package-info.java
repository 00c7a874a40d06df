/** The settlement index, where the account may read it: Kalshi's stream, beside the price and never instead of it. */
@NullMarked
package io.recio.pricewatchdog.index;

import org.jspecify.annotations.NullMarked;
