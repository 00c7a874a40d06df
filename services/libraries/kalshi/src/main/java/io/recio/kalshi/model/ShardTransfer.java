package io.recio.kalshi.model;

import io.recio.domain.money.Money;
import io.recio.domain.time.SystemTime;
import java.util.Optional;

/**
 * Money moved, or being moved, between shards.
 *
 * @param id the exchange's; it may be the id we gave
 * @param complete false: pending
 */
public record ShardTransfer(
        String id, int fromShard, int toShard, Money amount, boolean complete, Optional<SystemTime> createdAt) {}
