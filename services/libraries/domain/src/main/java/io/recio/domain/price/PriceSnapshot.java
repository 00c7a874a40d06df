package io.recio.domain.price;

import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.Optional;

/**
 * The newest price of a symbol with all that a strike table needs of it.
 *
 * @param price the newest trade
 * @param at the feed's time of what is newest: trade, heartbeat or clock second
 * @param mean60 the mean of the last 60 seconds; absent unless all are known
 * @param spotAverage what our own prices say of the running settlement window, in the last minute of a quarter hour
 * @param index the settlement index, where the account is entitled to it
 */
public record PriceSnapshot(
        Symbol symbol,
        SpotPrice price,
        BusinessTime at,
        Optional<SpotPrice> mean60,
        Optional<Momentum> momentum,
        Deltas deltas,
        Volatility volatility,
        FeedPulse feed,
        Optional<PartialAverage> spotAverage,
        Optional<IndexValue> index) {

    /** The same snapshot with the ages of feed and index counted in real time since it was received. */
    public PriceSnapshot aged(Duration realAge, BusinessTime now) {
        Optional<IndexValue> agedIndex = index.map(value -> {
            Duration behindFeed = value.at().until(feed.heardAt());
            return new IndexValue(value.price(), now.minus(realAge).minus(behindFeed), value.average());
        });
        return new PriceSnapshot(
                symbol,
                price,
                at,
                mean60,
                momentum,
                deltas,
                volatility,
                feed.aged(realAge, now),
                spotAverage,
                agedIndex);
    }
}
