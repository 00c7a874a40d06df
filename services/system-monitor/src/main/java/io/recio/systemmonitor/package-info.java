/** The system monitor: how everything is, every 15 s, and who should know. */
@NullMarked
package io.recio.systemmonitor;

import org.jspecify.annotations.NullMarked;
