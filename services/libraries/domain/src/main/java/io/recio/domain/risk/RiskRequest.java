package io.recio.domain.risk;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.TradeId;

/** What someone wants to do. */
public sealed interface RiskRequest {

    /**
     * To buy.
     *
     * @param priceCap the most one contract of the side may cost
     * @param fee estimated for the whole order
     */
    record Entry(
            EventTicker event,
            MarketTicker ticker,
            Side side,
            Quantity count,
            Price priceCap,
            Money fee,
            BusinessTime at)
            implements RiskRequest {

        /** The most that can be lost by it. */
        public Money cost() {
            return priceCap.times(count).plus(fee);
        }
    }

    /** To sell, reduce-only: never limited. */
    record Close(TradeId trade) implements RiskRequest {}
}
