/**
 * What people and the system monitor ask for: rows of {@code system.requests}, carried out here alone, one after another, and
 * answered in place.
 */
@NullMarked
package io.recio.failuredetector.request;

import org.jspecify.annotations.NullMarked;
