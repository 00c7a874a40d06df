/**
 * The operator: an adapter that brings a {@code CascadePolicy} from the API server to {@code policy}. What is decided by it is
 * the desk's, and so is the status. Started only where the runtime is a cluster.
 */
@NullMarked
package io.recio.failuredetector.operator;

import org.jspecify.annotations.NullMarked;
