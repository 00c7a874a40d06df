package io.recio.apiwatchdog.status;

import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.ExchangeStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A row of {@code markets.exchange_status}.
 *
 * @param resumesAt the exchange's own estimate during a pause
 */
record ShardStatus(boolean exchangeActive, boolean tradingActive, Optional<BusinessTime> resumesAt) {

    private static final int WHOLE = 0;

    boolean isTrading() {
        return exchangeActive && tradingActive;
    }

    /** By shard: those the exchange lists, shard 0, for which its top level speaks, and those we trade on. */
    static Map<Integer, ShardStatus> of(ExchangeStatus status, Set<Integer> ours) {
        Set<Integer> indices = new TreeSet<>(ours);
        indices.add(WHOLE);
        status.shards().forEach(shard -> indices.add(shard.exchangeIndex()));
        Map<Integer, ShardStatus> shards = new TreeMap<>();
        for (int index : indices) {
            boolean listed = status.shards().stream().anyMatch(shard -> shard.exchangeIndex() == index);
            ExchangeStatus.Activity activity = index == WHOLE && !listed ? status.whole() : status.shard(index);
            shards.put(index, new ShardStatus(activity.exchange(), activity.trading(), status.resumesAt()));
        }
        return shards;
    }
}
