/**
 * The unified production coordinator: from the newest price and books to the strike table, the live probabilities and the
 * watchlist of each symbol, in the database and as JSON files.
 */
@NullMarked
package io.recio.coordinator;

import org.jspecify.annotations.NullMarked;
