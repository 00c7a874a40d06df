package io.recio.kalshi.model;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.time.BusinessTime;
import java.util.List;
import java.util.Optional;

/**
 * One occasion of a series, with its markets when they were asked for.
 *
 * @param fees only what the event overrides
 * @param skipped markets we cannot trade or read, each with the reason
 */
public record EventListing(
        EventTicker ticker,
        SeriesTicker series,
        String title,
        String subTitle,
        Optional<BusinessTime> strikeDate,
        FeeTerms fees,
        int exchangeIndex,
        List<MarketListing> markets,
        List<SkippedMarket> skipped) {

    public EventListing {
        markets = List.copyOf(markets);
        skipped = List.copyOf(skipped);
    }
}
