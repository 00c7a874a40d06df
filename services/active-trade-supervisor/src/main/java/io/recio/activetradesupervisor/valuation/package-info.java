/** What a held trade looks like at this moment, and where that is kept. */
@NullMarked
package io.recio.activetradesupervisor.valuation;

import org.jspecify.annotations.NullMarked;
