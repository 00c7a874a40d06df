/** The machine this runs on. */
@NullMarked
package io.recio.systemmonitor.machine;

import org.jspecify.annotations.NullMarked;
