package io.recio.mainapp.account;

import java.time.Instant;

/** The money on one shard of the exchange. */
record BalanceView(int exchangeIndex, String balanceDollars, Instant updatedAt) {}
