package io.recio.activetradesupervisor.valuation;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.stop.StopReading;
import io.recio.domain.trade.Trade;
import java.util.Optional;

/**
 * A held trade and what is read of it now.
 *
 * @param spot the price the reading rests on; absent while none is usable
 */
public record TradeView(Trade trade, StopReading reading, Optional<SpotPrice> spot) {}
