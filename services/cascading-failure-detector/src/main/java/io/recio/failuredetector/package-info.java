/** The cascading failure detector: finds the root cause, restarts that alone, and says why it does nothing else. */
@NullMarked
package io.recio.failuredetector;

import org.jspecify.annotations.NullMarked;
