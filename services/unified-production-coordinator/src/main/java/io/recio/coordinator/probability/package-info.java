/** The probability models in use: the move table where history is long enough, the volatility model otherwise. */
@NullMarked
package io.recio.coordinator.probability;

import org.jspecify.annotations.NullMarked;
