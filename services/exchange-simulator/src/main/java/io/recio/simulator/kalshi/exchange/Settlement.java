package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;

/**
 * How a market the account traded in paid out.
 *
 * @param heldYes yes contracts held at settlement; zero when no was held
 * @param cost of what was held, without fees
 * @param fees all fees of the account's fills in the market; the settlement of yes and no itself is free
 */
public record Settlement(
        long number,
        HourlyMarket market,
        Side result,
        Quantity heldYes,
        Quantity heldNo,
        Money cost,
        Money revenue,
        Money fees,
        BusinessTime at) {}
