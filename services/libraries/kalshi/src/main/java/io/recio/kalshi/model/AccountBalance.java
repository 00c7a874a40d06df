package io.recio.kalshi.model;

import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessTime;
import java.util.List;

/**
 * The account's money; each shard has its own, and orders draw only on theirs.
 *
 * @param available free to trade, all shards
 * @param portfolioValue what the positions are worth now, to the cent
 * @param shards empty when the exchange gives no breakdown
 */
public record AccountBalance(Money available, Money portfolioValue, List<ShardBalance> shards, BusinessTime updatedAt) {

    public record ShardBalance(int exchangeIndex, Money available) {}

    public AccountBalance {
        shards = List.copyOf(shards);
    }

    /** What orders on the shard may draw on. Without a breakdown all money is on shard 0. */
    public Money onShard(int exchangeIndex) {
        if (shards.isEmpty()) {
            return exchangeIndex == 0 ? available : Money.ZERO;
        }
        return shards.stream()
                .filter(shard -> shard.exchangeIndex() == exchangeIndex)
                .map(ShardBalance::available)
                .findFirst()
                .orElse(Money.ZERO);
    }
}
