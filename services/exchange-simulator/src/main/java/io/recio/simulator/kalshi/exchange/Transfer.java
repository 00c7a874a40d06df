package io.recio.simulator.kalshi.exchange;

import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessTime;

/** Money moved between two shards of the account. */
public record Transfer(String id, int fromShard, int toShard, Money amount, BusinessTime at) {}
