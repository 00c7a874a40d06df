/**
 * Coinbase Exchange on localhost: the WebSocket feed, and candles, trades and ticker by REST, all from one price path.
 */
@NullMarked
package io.recio.simulator.coinbase;

import org.jspecify.annotations.NullMarked;
