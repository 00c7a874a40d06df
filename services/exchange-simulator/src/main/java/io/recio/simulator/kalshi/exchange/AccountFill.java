package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;

/**
 * One execution of an order of the account.
 *
 * @param number rises with each fill; newest is highest
 * @param side the outcome bought
 * @param revenue what it brought before the fee; negative when it cost
 * @param positionAfter hundredths of a contract, negative for no
 */
public record AccountFill(
        long number,
        String tradeId,
        AccountOrder order,
        String clientOrderId,
        Side side,
        Price yesPrice,
        Quantity quantity,
        boolean taker,
        Money revenue,
        Money fee,
        long positionAfter,
        BusinessTime at) {

    public HourlyMarket market() {
        return order.market();
    }
}
