package io.recio.simulator.kalshi.exchange;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.quoting.QuoteModel.Sight;
import io.recio.simulator.kalshi.quoting.VolatilityGauge;
import java.time.Duration;

/** What the generated traders of a series see of the index. */
final class UnderlyingSight {

    private final SeriesSpec series;
    private final IndexWindow index;
    private final VolatilityGauge gauge = new VolatilityGauge();

    UnderlyingSight(SeriesSpec series, IndexWindow index) {
        this.series = series;
        this.index = index;
    }

    /** Looks back far enough to know how much the index moves. */
    void warmUp(BusinessTime now) {
        for (int back = VolatilityGauge.WARM_UP; back >= 0; back--) {
            observe(now.minus(Duration.ofSeconds(back)));
        }
    }

    SpotPrice observe(BusinessTime second) {
        SpotPrice value = index.at(series.symbol(), second);
        gauge.add(value.value());
        return value;
    }

    Sight of(HourlyEvent event, BusinessTime now) {
        long secondsLeft = Math.max(0, now.until(event.closesAt()).toSeconds());
        int seen = (int) Math.max(0, IndexWindow.VALUES - secondsLeft);
        BusinessTime first = event.closesAt().minus(Duration.ofSeconds(IndexWindow.VALUES - 1));
        return new Sight(
                index.at(series.symbol(), now).value(),
                gauge.deviation(),
                index.sum(series.symbol(), first, seen),
                seen,
                secondsLeft);
    }
}
