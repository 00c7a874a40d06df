package io.recio.accountsync.settlement;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Price;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.MarketResult;
import java.util.Optional;

/**
 * The exchange says how a market came out; nothing is paid yet.
 *
 * @param event empty when told by the stream, which does not name it
 * @param yesValue what one yes contract will pay
 */
public record Determination(
        MarketTicker ticker,
        Optional<EventTicker> event,
        MarketResult result,
        Optional<Price> yesValue,
        BusinessTime at) {}
