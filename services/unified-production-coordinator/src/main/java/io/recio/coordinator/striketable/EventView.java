package io.recio.coordinator.striketable;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.price.Symbol;
import io.recio.domain.striketable.EventQuotes;
import io.recio.domain.striketable.EventQuotes.BookState;
import io.recio.domain.striketable.QuotedMarket;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.storage.Database;
import io.recio.storage.Together;
import io.recio.storage.market.BookChange;
import io.recio.storage.market.BookFeed;
import io.recio.storage.market.HourlyEvent;
import io.recio.storage.market.MarketStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The current event of a symbol with its markets and books, kept up by reading only what changed. After an event has closed
 * it stays until the next one is known.
 */
final class EventView {

    private static final String BROKER = "Kalshi";
    private static final Duration WHOLE_READ = Duration.ofSeconds(1);

    private final Symbol symbol;
    private final Database database;
    private final MarketStore store;
    private final SystemClock clock;
    private final Map<MarketTicker, QuotedMarket> markets = new LinkedHashMap<>();

    private @Nullable HourlyEvent event;
    private long revision;
    private long readWholeAt;

    EventView(Symbol symbol, Database database, MarketStore store, SystemClock clock) {
        this.symbol = symbol;
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /** Reads what changed, beside other reads; empty while no event has ever been seen. */
    Optional<EventQuotes> refresh(Together reads, BusinessTime now) {
        HourlyEvent known = event;
        boolean over = known == null || !now.isBefore(known.closesAt());
        if (over || clock.nanos() - readWholeAt >= WHOLE_READ.toNanos()) {
            readWhole(now);
        }
        HourlyEvent current = event;
        if (current == null) {
            return Optional.empty();
        }
        var changes = reads.read(statements -> store.changedSince(statements, current.ticker(), revision));
        var trading = reads.read(statements -> store.isTrading(statements, current.exchangeIndex()));
        var feed = reads.read(statements -> store.bookFeed(statements, current.ticker()));
        changes.get().forEach(this::apply);
        return Optional.of(new EventQuotes(
                symbol,
                BROKER,
                current.ticker(),
                current.title(),
                current.closesAt(),
                trading.get(),
                state(feed.get()),
                new ArrayList<>(markets.values())));
    }

    /** The event of the newest quotes. */
    HourlyEvent event() {
        return Objects.requireNonNull(event, "event must have been seen");
    }

    private BookState state(Optional<BookFeed> feed) {
        return feed.map(each -> each.isFresh(clock.now()) ? BookState.FRESH : BookState.STALE)
                .orElse(BookState.MISSING);
    }

    private void readWhole(BusinessTime now) {
        Optional<HourlyEvent> newest = store.currentEvent(database, symbol, now).or(this::knownAsItIsNow);
        if (newest.isEmpty()) {
            return;
        }
        HourlyEvent current = newest.get();
        if (event == null || !event.ticker().equals(current.ticker())) {
            revision = 0;
        }
        event = current;
        markets.clear();
        store.markets(database, current.ticker())
                .forEach(quoted -> markets.put(quoted.market().ticker(), quoted));
        readWholeAt = clock.nanos();
    }

    /** The event we hold, read anew: its close may have been moved, its markets go on changing. */
    private Optional<HourlyEvent> knownAsItIsNow() {
        return Optional.ofNullable(event).flatMap(known -> store.event(database, known.ticker()));
    }

    private void apply(BookChange change) {
        revision = Math.max(revision, change.revision());
        markets.computeIfPresent(
                change.ticker(), (ticker, quoted) -> new QuotedMarket(quoted.market(), change.book(), change.volume()));
    }
}
