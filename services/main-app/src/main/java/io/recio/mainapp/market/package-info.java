/** Prices, strike tables and watchlists as the screen shows them: read, never computed here. */
@NullMarked
package io.recio.mainapp.market;

import org.jspecify.annotations.NullMarked;
