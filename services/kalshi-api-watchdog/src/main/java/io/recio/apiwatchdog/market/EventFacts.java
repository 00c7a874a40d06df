package io.recio.apiwatchdog.market;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.FeeTerms;

/**
 * What is known of an event besides its markets.
 *
 * @param opensAt when the first of its markets opens
 * @param closesAt when the last of its markets closes
 * @param fees only what the event overrides
 */
record EventFacts(
        EventTicker ticker,
        SeriesTicker series,
        String title,
        BusinessTime opensAt,
        BusinessTime closesAt,
        int exchangeIndex,
        FeeTerms fees) {

    EventFacts withFees(FeeTerms overrides) {
        return new EventFacts(ticker, series, title, opensAt, closesAt, exchangeIndex, overrides);
    }

    EventFacts withTimes(BusinessTime opens, BusinessTime closes) {
        return new EventFacts(ticker, series, title, opens, closes, exchangeIndex, fees);
    }

    boolean isOpen(BusinessTime now) {
        return !now.isBefore(opensAt) && now.isBefore(closesAt);
    }
}
