/** Trades as rows and events, the desk's memory of those at risk, and what all features of the manager share. */
@NullMarked
package io.recio.trademanager.trade;

import org.jspecify.annotations.NullMarked;
