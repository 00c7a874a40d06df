package io.recio.kalshi.model;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * What a settled market paid the account, all its trades together.
 *
 * @param revenue the payout; may read 0 where both sides were held (uncertain in the exchange's own words)
 * @param yesPayout what one yes contract paid, to the cent
 */
public record AccountSettlement(
        MarketTicker ticker,
        EventTicker event,
        MarketResult result,
        Quantity yesCount,
        Money yesCost,
        Quantity noCount,
        Money noCost,
        Money revenue,
        Optional<Money> yesPayout,
        Money fee,
        BusinessTime settledAt) {}
