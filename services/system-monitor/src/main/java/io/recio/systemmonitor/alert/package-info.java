/** What deserves a person's attention, and for how long it must last to do so. */
@NullMarked
package io.recio.systemmonitor.alert;

import org.jspecify.annotations.NullMarked;
