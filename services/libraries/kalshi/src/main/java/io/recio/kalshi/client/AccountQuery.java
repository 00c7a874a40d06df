package io.recio.kalshi.client;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * Which of the account's orders, fills or settlements to read; without conditions all of them. Lists may hold a second
 * more at either end of the time asked for.
 */
public record AccountQuery(
        Optional<MarketTicker> ticker,
        Optional<ExchangeOrderId> order,
        Optional<BusinessTime> since,
        Optional<BusinessTime> until) {

    public static final AccountQuery ALL =
            new AccountQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public AccountQuery of(MarketTicker wanted) {
        return new AccountQuery(Optional.of(wanted), order, since, until);
    }

    /** Only fills know this condition; others ignore it. */
    public AccountQuery of(ExchangeOrderId wanted) {
        return new AccountQuery(ticker, Optional.of(wanted), since, until);
    }

    public AccountQuery since(BusinessTime moment) {
        return new AccountQuery(ticker, order, Optional.of(moment), until);
    }

    public AccountQuery until(BusinessTime moment) {
        return new AccountQuery(ticker, order, since, Optional.of(moment));
    }

    Call on(Call call) {
        return new Span(since, until).on(call.with("ticker", ticker));
    }
}
