package io.recio.accountsync.read;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;
import java.util.Set;

/**
 * What to read.
 *
 * @param since where news begin; empty reads lists from their beginning
 * @param everyOrder whether orders are few enough to be read all, whatever the scope
 * @param unfinished orders we believe to be unfinished; each is asked for when the lists do not show it
 * @param unsettled markets we hold, or held, that have not paid
 */
public record ReadRequest(
        ReadScope scope,
        ReadStart start,
        Optional<BusinessTime> since,
        boolean everyOrder,
        Set<ExchangeOrderId> unfinished,
        Set<MarketTicker> unsettled) {

    public ReadRequest {
        unfinished = Set.copyOf(unfinished);
        unsettled = Set.copyOf(unsettled);
    }
}
