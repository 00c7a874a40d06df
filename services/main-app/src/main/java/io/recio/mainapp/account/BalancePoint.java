package io.recio.mainapp.account;

import java.time.Instant;

/** The money on a shard at a moment. */
record BalancePoint(int exchangeIndex, Instant at, String balanceDollars) {}
