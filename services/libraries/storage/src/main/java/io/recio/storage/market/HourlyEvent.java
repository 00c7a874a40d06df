package io.recio.storage.market;

import io.recio.domain.fee.FeePrecision;
import io.recio.domain.fee.FeeSchedule;
import io.recio.domain.fee.FeeType;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.price.Symbol;
import io.recio.domain.striketable.FeeEstimate;
import io.recio.domain.time.BusinessTime;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One hour of a series.
 *
 * @param feeType the event's override, otherwise the series' own
 * @param feeMultiplier likewise
 */
public record HourlyEvent(
        EventTicker ticker,
        SeriesTicker series,
        Symbol symbol,
        String title,
        BusinessTime opensAt,
        BusinessTime closesAt,
        int exchangeIndex,
        Optional<String> feeType,
        Optional<BigDecimal> feeMultiplier) {

    /** What an order of this event is estimated to cost; empty when the fee type is unknown. */
    public Optional<FeeEstimate> fees(FeePrecision precision) {
        return feeType.map(FeeType::of)
                .map(type -> new FeeSchedule(type, feeMultiplier.orElse(BigDecimal.ONE)))
                .flatMap(schedule -> schedule.estimate(precision));
    }
}
