package io.recio.accountsync.position;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.NetPosition;

/**
 * A row of {@code account.positions}.
 *
 * @param exchangeAt the exchange's time of the newest change that is in it
 */
public record HeldPosition(
        MarketTicker ticker,
        NetPosition position,
        Money exposure,
        Money realizedPnl,
        Money feesPaid,
        BusinessTime exchangeAt) {

    static HeldPosition none(MarketTicker ticker, BusinessTime at) {
        return new HeldPosition(ticker, NetPosition.FLAT, Money.ZERO, Money.ZERO, Money.ZERO, at);
    }

    HeldPosition holding(NetPosition now, BusinessTime at) {
        return new HeldPosition(ticker, now, exposure, realizedPnl, feesPaid, at);
    }

    HeldPosition flat(BusinessTime at) {
        return new HeldPosition(ticker, NetPosition.FLAT, Money.ZERO, realizedPnl, feesPaid, at);
    }

    HeldPosition withMoney(Money newExposure, Money newRealizedPnl, Money newFeesPaid) {
        return new HeldPosition(ticker, position, newExposure, newRealizedPnl, newFeesPaid, exchangeAt);
    }

    public boolean isHeld() {
        return position.units() != 0;
    }
}
