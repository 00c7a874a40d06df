package io.recio.domain.striketable;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.price.Deltas;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.ModelName;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.probability.PriceBasis;
import io.recio.domain.time.BusinessTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The strikes nearest the price with their chances and quotes: what the screen shows and every entry rule reads
 * (PRODUCT, section 4).
 *
 * @param broker whose markets these are, such as {@code Kalshi}
 * @param currentPrice the price every row rests on: of the settlement index when fresh, otherwise the spot price
 * @param basis which of the two that is
 * @param ttcSeconds time to close in whole seconds, rounded down; zero once closed
 * @param strikeTier the gap between neighbouring strikes, dollars; absent when there is one strike only
 * @param lastUpdated when the table was computed
 * @param model which model priced the strike nearest the price
 * @param noProbability why no row has a probability; empty when the inputs that all rows share are good
 * @param rows by strike, lowest first
 */
public record StrikeTable(
        Symbol symbol,
        String broker,
        SpotPrice currentPrice,
        PriceBasis basis,
        long ttcSeconds,
        EventTicker eventTicker,
        BusinessTime closesAt,
        String marketTitle,
        MarketStatus marketStatus,
        OptionalDouble strikeTier,
        BusinessTime lastUpdated,
        Optional<Momentum> momentum,
        Deltas deltas,
        Optional<ModelName> model,
        List<NoProbability> noProbability,
        List<StrikeRow> rows) {

    public StrikeTable {
        noProbability = List.copyOf(noProbability);
        rows = List.copyOf(rows);
    }

    /** Whether the inputs that all rows share were fresh and the event open. */
    public boolean inputsAreFresh() {
        return noProbability.isEmpty();
    }

    public Optional<StrikeRow> row(MarketTicker ticker) {
        return rows.stream().filter(row -> row.ticker().equals(ticker)).findFirst();
    }
}
