package io.recio.storage.price;

import io.recio.domain.price.PriceQuality;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.time.SystemTime;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The newest price of a symbol as its watchdog wrote it.
 *
 * @param change1h in percent; the others alike
 * @param receivedAt when the newest message arrived here
 */
public record LatestPrice(
        PriceSnapshot snapshot,
        OptionalLong tradeId,
        PriceQuality quality,
        FeedState feedState,
        OptionalDouble change1h,
        OptionalDouble change3h,
        OptionalDouble change1d,
        SystemTime receivedAt) {}
