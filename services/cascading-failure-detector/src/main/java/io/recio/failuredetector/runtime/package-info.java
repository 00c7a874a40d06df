/**
 * What runs the instances. One machine: {@code LocalRuntime} asks local-stack, which is asked at each look. A cluster gets an
 * adapter of its own for the same port.
 */
@NullMarked
package io.recio.failuredetector.runtime;

import org.jspecify.annotations.NullMarked;
