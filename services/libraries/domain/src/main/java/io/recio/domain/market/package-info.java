/**
 * What is traded: series, events and markets, their strikes, price grids and books (PRODUCT, section 1).
 */
@NullMarked
package io.recio.domain.market;

import org.jspecify.annotations.NullMarked;
