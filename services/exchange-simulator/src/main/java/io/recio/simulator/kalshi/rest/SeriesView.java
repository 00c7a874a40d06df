package io.recio.simulator.kalshi.rest;

import io.recio.simulator.kalshi.exchange.SeriesSpec;
import io.recio.simulator.kalshi.rest.EventView.SettlementSource;
import io.recio.simulator.kalshi.wire.Wire;
import java.math.BigDecimal;
import java.util.List;

/** A series as the wire shows it. */
@Wire
record SeriesView(
        String ticker,
        String frequency,
        String title,
        String category,
        List<String> tags,
        List<SettlementSource> settlementSources,
        String contractUrl,
        String contractTermsUrl,
        String feeType,
        BigDecimal feeMultiplier,
        List<String> additionalProhibitions,
        int exchangeIndex) {

    static SeriesView of(SeriesSpec series) {
        return new SeriesView(
                series.ticker().value(),
                "hourly",
                series.underlying() + " above or below, hourly",
                "Crypto",
                List.of(series.symbol().value(), "Hourly"),
                SettlementSource.CF_BENCHMARKS,
                "https://kalshi.com/regulatory/rulebook",
                "https://kalshi.com/regulatory/rulebook",
                series.fees().type().wireName(),
                series.fees().multiplier(),
                List.of(),
                series.exchangeIndex());
    }
}
