/** The active trade supervisor: values each held trade at every change and asks to sell it when a stop rule says so. */
@NullMarked
package io.recio.activetradesupervisor;

import org.jspecify.annotations.NullMarked;
