/**
 * Collateral on the shard where the hour trades (EXCHANGES, section A10). With {@code settings.orders.transfer_to_shard} on it
 * is moved there ahead: written down, then asked for once; an unknown outcome is looked up, never asked for again.
 */
@NullMarked
package io.recio.tradeexecutor.funds;

import org.jspecify.annotations.NullMarked;
