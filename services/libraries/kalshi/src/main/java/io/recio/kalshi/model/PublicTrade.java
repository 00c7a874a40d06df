package io.recio.kalshi.model;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * A trade anyone made.
 *
 * @param id the same as the fill id of those who took part
 * @param takerBought the outcome the taker bought; empty when the exchange does not say
 * @param block arranged beforehand, outside the book
 */
public record PublicTrade(
        String id,
        MarketTicker ticker,
        Price yesPrice,
        Quantity quantity,
        Optional<Side> takerBought,
        boolean block,
        BusinessTime at) {}
