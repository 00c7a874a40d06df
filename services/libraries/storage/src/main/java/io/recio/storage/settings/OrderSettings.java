package io.recio.storage.settings;

import io.recio.domain.money.Price;
import java.time.Duration;

/**
 * How orders are priced.
 *
 * @param entrySlippage what an entry may pay above the ask seen
 * @param closeSlippage what a first close gives below the bid; doubles per attempt
 * @param transferToShard whether collateral may be moved to the shard an order needs
 * @param entriesRest whether what an automatic entry does not get at once rests in the book
 * @param entryExpiry how long it rests without being renewed, 5 to 60 s of the exchange's time
 */
public record OrderSettings(
        Price entrySlippage, Price closeSlippage, boolean transferToShard, boolean entriesRest, Duration entryExpiry) {}
