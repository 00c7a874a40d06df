/**
 * The two clocks of the simulator: business time from {@code RECIO_CLOCK_*}, system time from the machine.
 */
@NullMarked
package io.recio.simulator.clock;

import org.jspecify.annotations.NullMarked;
