package io.recio.domain.entry;

import io.recio.domain.entry.RowDecision.Enter;
import java.util.List;

/**
 * The outcome of one evaluation, with all it looked at.
 *
 * @param refusals reasons that stop all rows, in the order of the checks; then no row is entered
 * @param rows one for each row of the watchlist, in its order
 */
public record EntryDecision(EntryInputs inputs, AutoTradeState state, List<Refusal> refusals, List<RowDecision> rows) {

    public EntryDecision {
        refusals = List.copyOf(refusals);
        rows = List.copyOf(rows);
    }

    /** The entries to ask for, the most probable first. */
    public List<Enter> entries() {
        return rows.stream()
                .filter(Enter.class::isInstance)
                .map(Enter.class::cast)
                .toList();
    }

    /** The attempts that asking for them makes. */
    public List<EntryAttempt> attempts() {
        return entries().stream()
                .map(entry -> new EntryAttempt(entry.ticker(), entry.side(), inputs.now()))
                .toList();
    }
}
