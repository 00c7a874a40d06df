package io.recio.domain.entry;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Price;
import io.recio.domain.risk.RiskBook;
import io.recio.domain.risk.RiskLimits;
import io.recio.domain.striketable.FeeEstimate;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.striketable.Watchlist;
import io.recio.domain.time.BusinessTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that an evaluation looks at; journaled with it, so that it can be run again.
 *
 * @param settings absent while they are incomplete or invalid
 * @param suspension why the machine holds itself back: its lease, its inputs, the account's reconciliation
 * @param watchlist chosen from the table
 * @param trades of the table's event, the finished ones too
 * @param attempts of the last seconds
 * @param slippage allowed above the ask, dollars per contract
 * @param fees absent when the event's fee type is unknown
 */
public record EntryInputs(
        BusinessTime now,
        Optional<EntrySettings> settings,
        Optional<String> suspension,
        StrikeTable table,
        Watchlist watchlist,
        SpikeAlert spike,
        List<EventTrade> trades,
        List<EntryAttempt> attempts,
        SortedMap<MarketTicker, EntryMarket> markets,
        Price slippage,
        Optional<FeeEstimate> fees,
        RiskBook risk,
        RiskLimits limits) {

    public EntryInputs {
        trades = List.copyOf(trades);
        attempts = List.copyOf(attempts);
        markets = Collections.unmodifiableSortedMap(new TreeMap<>(markets));
    }
}
