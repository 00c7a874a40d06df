/** The newest strike table and watchlist of each symbol, written by the coordinator, read by rules and screen. */
@NullMarked
package io.recio.storage.striketable;

import org.jspecify.annotations.NullMarked;
