package io.recio.domain.price;

import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * One row of the price log: a symbol's price in one second and what followed from the seconds before it.
 *
 * @param at the start of the second
 * @param price the last trade at the end of the second
 * @param mean60 the mean of the 60 seconds that end with this one; absent unless all are known
 */
public record PriceSecond(
        Symbol symbol,
        BusinessTime at,
        SpotPrice price,
        PriceQuality quality,
        Optional<SpotPrice> mean60,
        Optional<Momentum> momentum,
        Deltas deltas,
        Volatility volatility) {}
