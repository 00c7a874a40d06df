/** How much we may ask of the exchange per second, and who goes first when it is little (EXCHANGES, section A12). */
@NullMarked
package io.recio.kalshi.limits;

import org.jspecify.annotations.NullMarked;
