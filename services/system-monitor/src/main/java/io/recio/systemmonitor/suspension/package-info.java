/** Auto entry is held back on a critical failure, and let go again; the operator's own switch is never touched. */
@NullMarked
package io.recio.systemmonitor.suspension;

import org.jspecify.annotations.NullMarked;
