package io.recio.simulator.kalshi.exchange;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;

/** The settlement index: one value per symbol and second, known for the past and the present, never changing. */
@FunctionalInterface
public interface IndexFeed {

    SpotPrice at(Symbol symbol, BusinessTime second);
}
