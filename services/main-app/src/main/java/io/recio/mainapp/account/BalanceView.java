package io.recio.mainapp.account;

import java.time.Instant;

/**
 * The money on one shard of the exchange.
 *
 * @param exposureDollars what the positions in markets of this shard cost; the exchange tells their worth only of all together
 */
record BalanceView(int exchangeIndex, String balanceDollars, String exposureDollars, Instant updatedAt) {}
