/**
 * Who depends on whom, and how patient the detector is: the documented standard with the numbers of the settings, or, in a
 * cluster, what the {@code CascadePolicy} says. One that makes no sense is refused as a whole, and the last good one holds.
 */
@NullMarked
package io.recio.failuredetector.policy;

import org.jspecify.annotations.NullMarked;
