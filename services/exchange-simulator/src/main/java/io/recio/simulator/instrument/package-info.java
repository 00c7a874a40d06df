/**
 * Which product, series and settlement index a symbol stands for at the exchanges.
 */
@NullMarked
package io.recio.simulator.instrument;

import org.jspecify.annotations.NullMarked;
