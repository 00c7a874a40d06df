package io.recio.autoentry.journal;

import io.recio.domain.entry.EntryAttempt;
import io.recio.domain.entry.EntryDecision;
import io.recio.domain.entry.EntryInputs;
import io.recio.domain.entry.EntrySettings;
import io.recio.domain.entry.EventTrade;
import io.recio.domain.entry.Refusal;
import io.recio.domain.entry.RowDecision;
import io.recio.domain.entry.SpikeAlert;
import io.recio.domain.market.EventTicker;
import io.recio.domain.money.Money;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.risk.RiskBook;
import io.recio.domain.risk.RiskLimits;
import io.recio.domain.striketable.StrikeRow;
import io.recio.domain.time.BusinessTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A decision with its inputs, as stored: of the strike table its header and the rows that were looked at.
 *
 * @param rows what was decided on each row of the watchlist
 */
record JournaledDecision(
        BusinessTime now,
        String state,
        EventTicker event,
        SpotPrice currentPrice,
        long ttcSeconds,
        Optional<Momentum> momentum,
        List<NoProbability> noProbability,
        Optional<EntrySettings> settings,
        SpikeAlert spike,
        List<EventTrade> trades,
        List<EntryAttempt> attempts,
        RiskBook risk,
        RiskLimits limits,
        Money slippage,
        List<StrikeRow> watchlist,
        List<Refusal> refusals,
        List<Row> rows) {

    /** The decision on one row, by kind. */
    record Row(String decision, RowDecision facts) {}

    static JournaledDecision of(EntryDecision decision) {
        EntryInputs inputs = decision.inputs();
        return new JournaledDecision(
                inputs.now(),
                decision.state().label(),
                inputs.table().eventTicker(),
                inputs.table().currentPrice(),
                inputs.table().ttcSeconds(),
                inputs.table().momentum(),
                inputs.table().noProbability(),
                inputs.settings(),
                inputs.spike(),
                inputs.trades(),
                inputs.attempts(),
                inputs.risk(),
                inputs.limits(),
                Money.of(inputs.slippage().dollars()),
                inputs.watchlist().rows(),
                decision.refusals(),
                decision.rows().stream()
                        .map(row -> new Row(row instanceof RowDecision.Enter ? "enter" : "refused", row))
                        .toList());
    }

    /** The distinct codes, as stored beside the document; empty for an entry without any refusal. */
    static List<String> codes(EntryDecision decision) {
        Stream<Refusal> ofRows = decision.rows().stream()
                .flatMap(row ->
                        row instanceof RowDecision.Refused refused ? refused.refusals().stream() : Stream.empty());
        return Stream.concat(decision.refusals().stream(), ofRows)
                .map(refusal -> refusal.code().name())
                .distinct()
                .toList();
    }
}
