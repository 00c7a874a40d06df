/**
 * Payload to value: one class per area, tested with the exchange's own payloads.
 *
 * <p>What an order, fill, position or settlement must have and lacks is an
 * {@link io.recio.kalshi.errors.UnreadableAnswer}, because leaving one out would falsify the account; a market that
 * cannot be read is skipped with its reason.
 */
@NullMarked
package io.recio.kalshi.parser;

import org.jspecify.annotations.NullMarked;
