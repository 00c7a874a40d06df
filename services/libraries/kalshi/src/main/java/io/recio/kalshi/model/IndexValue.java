package io.recio.kalshi.model;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * One value of a settlement index, such as BRTI (EXCHANGES, section C6).
 *
 * @param at the index provider's own time
 * @param lastMinute mean of the 60 s before {@code at}; WebSocket only
 * @param settlementMinute mean so far of the minute that ends at :00, :15, :30 or :45; only inside that minute
 */
public record IndexValue(
        String indexId,
        SpotPrice value,
        BusinessTime at,
        Optional<Average> lastMinute,
        Optional<Average> settlementMinute) {

    /**
     * A mean over a window.
     *
     * @param size values in it, 0 to 60
     * @param windowEnd exclusive
     */
    public record Average(SpotPrice value, int size, BusinessTime windowStart, BusinessTime windowEnd) {}
}
