package io.recio.domain.market;

import io.recio.domain.time.BusinessTime;
import java.time.Duration;

/**
 * One yes/no question of an event, as the exchange describes it.
 *
 * @param exchangeIndex the shard it trades on; 2 for crypto (EXCHANGES, section A10)
 */
public record Market(
        MarketTicker ticker,
        EventTicker event,
        Strike strike,
        MarketStatus status,
        BusinessTime opensAt,
        BusinessTime closesAt,
        PriceGrid grid,
        int exchangeIndex) {

    /** Time to close: the market's own close time less now; never negative. */
    public Duration timeToClose(BusinessTime now) {
        Duration left = now.until(closesAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean isOpen(BusinessTime now) {
        return status.isTradable() && now.isBefore(closesAt);
    }
}
