/**
 * What the other traders of the simulated exchange believe and do: a fair value of its own, noise, an occasional
 * bargain on the favourite, and orders that cross. Pure and seeded; it knows neither books nor accounts, and nothing of
 * the platform's own models.
 */
@NullMarked
package io.recio.simulator.kalshi.quoting;

import org.jspecify.annotations.NullMarked;
