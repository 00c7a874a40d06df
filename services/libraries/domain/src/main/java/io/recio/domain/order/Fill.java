package io.recio.domain.order;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * One execution of part of an order, as the exchange reports it.
 *
 * @param clientOrderId absent in the exchange's REST fills (EXCHANGES, section A8)
 * @param boughtSide the outcome bought: buying yes and selling no are the same thing ({@code outcome_side})
 * @param yesPrice always the price of yes, whichever side was bought
 * @param fee the exchange's own figure ({@code fee_cost}); never estimated
 */
public record Fill(
        FillId id,
        ExchangeOrderId orderId,
        Optional<ClientOrderId> clientOrderId,
        MarketTicker ticker,
        Side boughtSide,
        Price yesPrice,
        Quantity quantity,
        Money fee,
        boolean taker,
        BusinessTime filledAt) {

    public Fill {
        if (!quantity.isPositive()) {
            throw new IllegalArgumentException("fill quantity must be positive, was " + quantity);
        }
    }

    /** The price of the side that was bought. */
    public Price boughtPrice() {
        return boughtSide == Side.YES ? yesPrice : yesPrice.complement();
    }
}
