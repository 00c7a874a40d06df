package io.recio.failuredetector.detection;

import io.recio.domain.health.DetectorHistory;
import io.recio.domain.price.Symbol;
import io.recio.failuredetector.incident.IncidentBook;
import io.recio.failuredetector.incident.JournalEntry;
import java.util.List;
import java.util.Optional;

/**
 * All that outlives a restart of the detector.
 *
 * @param epoch rises each time an instance takes the lead
 * @param symbols with a price watchdog, as last seen
 * @param plan under way
 * @param outlook what people are shown
 * @param unwritten entries that the database has not got yet
 */
record Remembered(
        long epoch,
        List<Symbol> symbols,
        DetectorHistory history,
        IncidentBook book,
        Optional<RestartPlan> plan,
        Outlook outlook,
        List<JournalEntry> unwritten) {

    static final Remembered NOTHING = new Remembered(
            0, List.of(), DetectorHistory.NONE, IncidentBook.EMPTY, Optional.empty(), Outlook.NONE, List.of());

    Remembered {
        symbols = List.copyOf(symbols);
        unwritten = List.copyOf(unwritten);
    }

    Remembered inEpoch(long next) {
        return new Remembered(next, symbols, history, book, plan, outlook, unwritten);
    }

    Remembered withOutlook(Outlook next) {
        return new Remembered(epoch, symbols, history, book, plan, next, unwritten);
    }

    Remembered withPlan(Optional<RestartPlan> next, List<JournalEntry> waiting) {
        return new Remembered(epoch, symbols, history, book, next, outlook, waiting);
    }
}
