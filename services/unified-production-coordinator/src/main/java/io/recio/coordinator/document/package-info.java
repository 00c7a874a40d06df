/**
 * The files other programs read: strike table, live probabilities, watchlist and system status as JSON, each replaced
 * whole (PRODUCT, section 4).
 */
@NullMarked
package io.recio.coordinator.document;

import org.jspecify.annotations.NullMarked;
