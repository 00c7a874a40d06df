/** {@code /admin/kalshi}: the exchange's own books for whoever checks the platform against them. */
@NullMarked
package io.recio.simulator.kalshi.admin;

import org.jspecify.annotations.NullMarked;
