package io.recio.apiwatchdog.market;

import io.recio.domain.market.EventTicker;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.model.SeriesDetails;
import io.recio.storage.Fence;
import java.util.List;
import java.util.Map;

/** Keeps boards between runs and shows them to everyone else. */
interface BoardStore {

    /**
     * What one commit writes.
     *
     * @param tells whether readers are woken: not for a mere sign of life
     */
    record Changes(
            Symbol symbol,
            List<EventFacts> events,
            List<MarketFacts> markets,
            List<BookRow> books,
            Map<EventTicker, FeedRow> feeds,
            boolean tells) {

        boolean isEmpty() {
            return events.isEmpty() && markets.isEmpty() && books.isEmpty() && feeds.isEmpty();
        }
    }

    /** How fast the markets' clock runs. */
    Tempo tempo();

    /** The revision of the newest book; zero when there is none. */
    long newestRevision();

    /** The symbol's events that close after the moment or have markets not yet paid out. */
    List<WatchedEvent> load(Symbol symbol, BusinessTime now, long nanos, SystemTime at);

    void write(Fence fence, Changes changes, long revision);

    void write(Fence fence, SeriesDetails series);

    /** Removes the books of events that closed before the moment; nobody asks for them any more. */
    void sweep(Fence fence, BusinessTime closedBefore);
}
