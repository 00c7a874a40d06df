package io.recio.mainapp.account;

/**
 * The money on all shards together.
 *
 * @param exposureDollars what all positions cost, also those in a market whose shard is not known
 */
record TotalView(String balanceDollars, String exposureDollars) {}
