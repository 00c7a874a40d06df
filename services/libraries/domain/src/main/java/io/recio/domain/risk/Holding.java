package io.recio.domain.risk;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.domain.trade.Trade;

/**
 * What one trade may come to at worst: an unsettled entry counted as filled, an unsettled close as unfilled.
 *
 * @param live whether it takes its ticker (pending, open or closing)
 * @param most contracts that may be held
 * @param atRisk the most that can still be lost
 * @param unpaid of that, what may yet be taken from the balance
 */
public record Holding(
        EventTicker event, MarketTicker ticker, Side side, boolean live, Quantity most, Money atRisk, Money unpaid) {

    public static Holding of(Trade trade) {
        return new Holding(
                trade.terms().event(),
                trade.terms().ticker(),
                trade.terms().side(),
                trade.status().isLive(),
                trade.mostHeld(),
                trade.mostAtRisk(),
                trade.mostUnpaid());
    }
}
