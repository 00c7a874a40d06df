package io.recio.storage.settings;

import io.recio.domain.money.Price;

/**
 * How orders are priced.
 *
 * @param entrySlippage what an entry may pay above the ask seen
 * @param closeSlippage what a first close gives below the bid; doubles per attempt
 * @param transferToShard whether collateral may be moved to the shard an order needs
 */
public record OrderSettings(Price entrySlippage, Price closeSlippage, boolean transferToShard) {}
