package io.recio.domain.trade;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.Probability;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * What a trade set out to do; it never changes.
 *
 * @param closesAt the market's close time as known at entry
 * @param count contracts wanted
 * @param priceCap the most the entry may pay for one contract of the side
 * @param entryOrder the order that enters; a trade owns its orders by client order id
 * @param strategy such as {@code Hourly HTC}
 * @param probabilitySeen that the side wins, as modelled when the trade was decided; absent for a manual trade without one
 */
public record TradeTerms(
        TradeId id,
        Symbol symbol,
        EventTicker event,
        MarketTicker ticker,
        Strike strike,
        BusinessTime closesAt,
        Side side,
        Quantity count,
        Price priceCap,
        ClientOrderId entryOrder,
        String strategy,
        Optional<Probability> probabilitySeen) {

    public TradeTerms {
        if (!count.isPositive()) {
            throw new IllegalArgumentException("trade count must be positive, was " + count);
        }
    }
}
