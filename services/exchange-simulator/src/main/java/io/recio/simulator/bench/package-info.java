/**
 * The ledger that measures the way from a tick sent to an order received, on one monotonic clock.
 */
@NullMarked
package io.recio.simulator.bench;

import org.jspecify.annotations.NullMarked;
