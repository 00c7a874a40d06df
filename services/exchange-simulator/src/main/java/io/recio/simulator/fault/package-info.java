/**
 * What goes wrong on purpose: named faults, switched on and off while the simulator runs, drawn from a seed.
 */
@NullMarked
package io.recio.simulator.fault;

import org.jspecify.annotations.NullMarked;
