package io.recio.pricewatchdog.index;

import io.recio.domain.price.IndexValue;
import io.recio.domain.price.PartialAverage;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.IndexValue.Average;
import java.util.Optional;

/** Turns the exchange's index values into the domain's. */
final class IndexValues {

    private static final long QUARTER_HOUR = 900;

    private IndexValues() {}

    /** The settlement minute's mean belongs to the quarter hour that ends at or after the value's time. */
    static IndexValue ofExchange(io.recio.kalshi.model.IndexValue value) {
        long close = Math.ceilDiv(value.at().epochMilli(), QUARTER_HOUR * 1000) * QUARTER_HOUR;
        Optional<PartialAverage> average = value.settlementMinute()
                .filter(mean -> mean.size() >= 1 && mean.size() <= PartialAverage.VALUES)
                .map(mean -> partial(mean, BusinessTime.ofEpochSecond(close)));
        return new IndexValue(value.value(), value.at(), average);
    }

    private static PartialAverage partial(Average mean, BusinessTime closesAt) {
        return new PartialAverage(closesAt, mean.size(), mean.value());
    }
}
