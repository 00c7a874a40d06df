package io.recio.kalshi.model;

import io.recio.domain.market.Market;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * A market and what moves about it, as a listing tells it; listings come from a cache up to 15 s old.
 *
 * @param lastPrice of yes; empty before the first trade
 * @param result empty until determined
 * @param settlementValue what one yes contract pays, once determined
 * @param settlementLevel the value of the underlying that decided ({@code expiration_value})
 * @param feeWaivedUntil no fees before this moment
 */
public record MarketListing(
        Market market,
        String yesTitle,
        String noTitle,
        TopOfBook quote,
        Optional<Price> lastPrice,
        Quantity volume,
        Quantity volume24h,
        Quantity openInterest,
        Optional<MarketResult> result,
        Optional<Price> settlementValue,
        Optional<SpotPrice> settlementLevel,
        Optional<BusinessTime> settledAt,
        Optional<BusinessTime> feeWaivedUntil) {}
