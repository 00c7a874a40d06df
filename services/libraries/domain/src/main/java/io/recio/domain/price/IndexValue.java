package io.recio.domain.price;

import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * The newest value of the index that markets settle on (BRTI for BTC, ETHUSD_RTI for ETH), when the account may read it.
 *
 * @param average what is known of the running settlement window; absent outside the last minute of a quarter hour
 */
public record IndexValue(SpotPrice price, BusinessTime at, Optional<PartialAverage> average) {

    /** Whether it is recent enough to price by: at most 3 s old, as for the price feed. */
    public boolean isFresh(BusinessTime now) {
        return at.until(now).compareTo(FeedPulse.SILENCE_LIMIT) <= 0;
    }
}
