/**
 * The path of the underlying: minute bars (recorded or generated) become trades, and trades become prices, index values
 * and candles. Everything is a function of the seed and the time, so any second can be asked directly; only ticks
 * injected by hand are remembered.
 */
@NullMarked
package io.recio.simulator.price;

import org.jspecify.annotations.NullMarked;
