/**
 * The services as native programs: built one after the other, run through an hour together, and weighed beside their JVM
 * form.
 */
@NullMarked
package io.recio.localstack.nativeform;

import org.jspecify.annotations.NullMarked;
