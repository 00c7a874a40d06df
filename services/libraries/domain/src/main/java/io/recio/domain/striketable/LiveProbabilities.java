package io.recio.domain.striketable;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.PriceBasis;
import io.recio.domain.time.BusinessTime;
import java.util.List;
import java.util.Optional;

/**
 * The chances of every strike of an event, not only of those in the strike table.
 *
 * @param rows by strike, lowest first
 */
public record LiveProbabilities(
        Symbol symbol,
        EventTicker eventTicker,
        SpotPrice currentPrice,
        PriceBasis basis,
        long ttcSeconds,
        BusinessTime lastUpdated,
        List<LiveProbability> rows) {

    public LiveProbabilities {
        rows = List.copyOf(rows);
    }

    public Optional<LiveProbability> row(MarketTicker ticker) {
        return rows.stream().filter(row -> row.ticker().equals(ticker)).findFirst();
    }
}
