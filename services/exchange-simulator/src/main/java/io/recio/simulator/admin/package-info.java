/**
 * The operator's door: faults, status, injected ticks and measured latencies.
 */
@NullMarked
package io.recio.simulator.admin;

import org.jspecify.annotations.NullMarked;
