/**
 * The custom resource {@code CascadePolicy}, as the API server stores it: what a person may decide, and what the detector
 * shows of itself. Plain data; {@code policy} gives the specification its meaning, {@code detection} writes the status.
 */
@NullMarked
package io.recio.failuredetector.resource;

import org.jspecify.annotations.NullMarked;
