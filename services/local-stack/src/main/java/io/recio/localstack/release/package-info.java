/** A release on its way: the chart into a registry, signed; from there to an installation, its signatures checked. */
@NullMarked
package io.recio.localstack.release;

import org.jspecify.annotations.NullMarked;
