package io.recio.accountsync.settlement;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.MarketResult;

/**
 * A row of {@code account.settlements}.
 *
 * @param result yes, no or scalar; a result we do not know is scalar with its value
 */
public record StoredSettlement(
        MarketTicker ticker,
        EventTicker event,
        MarketResult result,
        Price yesValue,
        Quantity yesCount,
        Quantity noCount,
        Money revenue,
        Money fee,
        State state,
        BusinessTime settledAt) {

    /** How certain it is. */
    public enum State {
        /** Determined, not yet paid. */
        PROVISIONAL,
        FINAL,
        /** A final one that the exchange changed. */
        AMENDED
    }

    StoredSettlement at(BusinessTime time) {
        return new StoredSettlement(ticker, event, result, yesValue, yesCount, noCount, revenue, fee, state, time);
    }

    StoredSettlement in(State other) {
        return new StoredSettlement(ticker, event, result, yesValue, yesCount, noCount, revenue, fee, other, settledAt);
    }
}
