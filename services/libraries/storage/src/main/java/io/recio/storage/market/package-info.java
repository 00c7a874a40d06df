/** Events, markets and books as the Kalshi API watchdog wrote them, for every service that prices or trades. */
@NullMarked
package io.recio.storage.market;

import org.jspecify.annotations.NullMarked;
