package io.recio.kalshi.parser;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * A change of one level.
 *
 * @param price of the side itself: under no it is the price of no
 * @param change hundredths of a contract, signed
 */
public record BookDelta(MarketTicker ticker, Side side, Price price, long change, Optional<BusinessTime> at) {}
