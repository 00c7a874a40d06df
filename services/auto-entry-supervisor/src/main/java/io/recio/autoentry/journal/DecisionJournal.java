package io.recio.autoentry.journal;

import io.recio.domain.entry.EntryAttempt;
import io.recio.domain.entry.EntryDecision;
import io.recio.domain.entry.SpikeAlert;
import io.recio.domain.market.EventTicker;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.storage.Fence;
import io.recio.storage.Statements;
import java.util.List;

/** Where decisions are kept and entries asked for. */
public interface DecisionJournal {

    /** Forgets how often it has asked: before this lease another may have. */
    void begin();

    /** The spike alert as last stored; unseen when never. */
    SpikeAlert spike(Symbol symbol);

    /** The entries asked for since the moment, for their cooldown. */
    List<EntryAttempt> attempts(Statements statements, EventTicker event, BusinessTime since);

    /** Writes the decision and asks for its entries, all or nothing; a repeated refusal only counts up. */
    void record(Fence fence, EntryDecision decision);

    /** Writes where auto entry stands, for the screen and the next start. */
    void state(Fence fence, EntryDecision decision);
}
