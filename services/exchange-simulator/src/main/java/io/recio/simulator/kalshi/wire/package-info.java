/** How the exchange writes: names, numbers, moments (EXCHANGES, section A2). */
@NullMarked
package io.recio.simulator.kalshi.wire;

import org.jspecify.annotations.NullMarked;
