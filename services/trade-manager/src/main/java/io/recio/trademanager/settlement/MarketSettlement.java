package io.recio.trademanager.settlement;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.time.BusinessTime;

/**
 * The exchange's word on a market.
 *
 * @param revenue paid out for all that was held
 * @param fee of all fills of the market
 */
record MarketSettlement(
        MarketTicker ticker, Price yesValue, Money revenue, Money fee, boolean amended, BusinessTime at) {}
