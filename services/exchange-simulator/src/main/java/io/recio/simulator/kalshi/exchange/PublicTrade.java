package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;

/**
 * A match as everybody sees it.
 *
 * @param number rises with each trade; newest is highest
 * @param takerSide the outcome the taker bought
 */
public record PublicTrade(
        long number,
        String id,
        MarketTicker ticker,
        Side takerSide,
        Price yesPrice,
        Quantity quantity,
        BusinessTime at) {}
