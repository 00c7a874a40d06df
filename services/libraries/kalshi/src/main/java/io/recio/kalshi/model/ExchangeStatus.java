package io.recio.kalshi.model;

import io.recio.domain.time.BusinessTime;
import java.util.List;
import java.util.Optional;

/**
 * Whether the exchange is open, as a whole and shard by shard (EXCHANGES, section A4).
 *
 * @param whole what the top level says; it speaks for shard 0
 * @param shards empty when the exchange lists none
 * @param resumesAt the exchange's own estimate during a pause
 */
public record ExchangeStatus(Activity whole, List<ShardActivity> shards, Optional<BusinessTime> resumesAt) {

    private static final Activity STOPPED = new Activity(false, false, false);

    /**
     * @param exchange false: nothing works, cancels included
     * @param trading false: no new orders, cancels work
     * @param transfers whether money moves between shards
     */
    public record Activity(boolean exchange, boolean trading, boolean transfers) {

        public boolean isTrading() {
            return exchange && trading;
        }
    }

    public record ShardActivity(int exchangeIndex, Activity activity) {}

    public ExchangeStatus {
        shards = List.copyOf(shards);
    }

    /** The shard's activity; a shard missing from a list of shards counts as stopped. */
    public Activity shard(int exchangeIndex) {
        return shards.stream()
                .filter(shard -> shard.exchangeIndex() == exchangeIndex)
                .map(ShardActivity::activity)
                .findFirst()
                .orElse(shards.isEmpty() ? whole : STOPPED);
    }
}
