/** Instances there should not be: found here, ended by the failure detector on request. The newest lease wins. */
@NullMarked
package io.recio.systemmonitor.duplicate;

import org.jspecify.annotations.NullMarked;
