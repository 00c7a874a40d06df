package io.recio.apiwatchdog.market;

import io.recio.apiwatchdog.ApiWatchdogConfig;
import io.recio.apiwatchdog.work.Timer;
import io.recio.domain.market.EventTicker;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.storage.Fence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what changed on one symbol's board: the first change at once, what follows within the least interval together.
 * Books that can no longer be believed are called so without waiting.
 */
final class BoardWriter {

    private static final Duration TRADE_FIGURES = Duration.ofSeconds(15);

    private final SymbolBoard board;
    private final BoardStore store;
    private final Revisions revisions;
    private final ApiWatchdogConfig.Books config;
    private final Timer commit = new Timer();
    private final Timer tradeFigures = new Timer();

    /** Counts commits of books, over all symbols. */
    static final class Revisions {

        private long last;

        Revisions(long last) {
            this.last = last;
        }

        long next() {
            return ++last;
        }
    }

    /** The moment of a write, on each clock. */
    record Moment(BusinessTime business, SystemTime system, long nanos, Optional<Duration> silence) {}

    BoardWriter(SymbolBoard board, BoardStore store, Revisions revisions, ApiWatchdogConfig.Books config) {
        this.board = board;
        this.store = store;
        this.revisions = revisions;
        this.config = config;
    }

    /**
     * Writes what is due.
     *
     * @return whether anything was written that readers are told of
     */
    boolean write(Fence fence, Moment moment) {
        if (commit.isDue(moment.nanos()) || isDoubtNew(moment)) {
            return commit(fence, moment, false);
        }
        return false;
    }

    /** Writes everything that has changed, due or not. */
    boolean writeAll(Fence fence, Moment moment) {
        return commit(fence, moment, true);
    }

    /** How long until the next commit may be made; zero when it may be now. */
    Duration untilDue(long nanos) {
        return commit.left(nanos);
    }

    /** Whether books wait to be written. */
    boolean isWaiting() {
        return board.events().stream()
                .anyMatch(event -> event.markets().stream().anyMatch(WatchedMarket::isBookChanged));
    }

    private boolean commit(Fence fence, Moment moment, boolean last) {
        BoardStore.Changes changes = changes(moment, last);
        if (changes.isEmpty()) {
            return false;
        }
        store.write(fence, changes, changes.books().isEmpty() ? 0 : revisions.next());
        if (changes.tells()) {
            commit.restart(moment.nanos(), config.leastInterval());
        }
        return changes.tells();
    }

    private BoardStore.Changes changes(Moment moment, boolean last) {
        boolean figuresDue = last || tradeFigures.isDue(moment.nanos());
        if (figuresDue) {
            tradeFigures.restart(moment.nanos(), TRADE_FIGURES);
        }
        List<EventFacts> events = new ArrayList<>();
        List<MarketFacts> markets = new ArrayList<>();
        List<BookRow> books = new ArrayList<>();
        Map<EventTicker, FeedRow> feeds = new LinkedHashMap<>();
        boolean feedNews = false;
        for (WatchedEvent event : board.events()) {
            event.takeFacts().ifPresent(events::add);
            for (WatchedMarket market : event.markets()) {
                market.takeFacts(moment.business(), figuresDue).ifPresent(markets::add);
                market.takeBook().ifPresent(books::add);
            }
            Optional<FeedRow> row = event.feedRow(moment.system(), moment.silence());
            if (row.isPresent() && event.isFeedDue(row.get(), moment.nanos(), config.heardInterval())) {
                feedNews |= event.isNews(row.get());
                event.feedWritten(row.get(), moment.nanos());
                feeds.put(event.ticker(), row.get());
            }
        }
        boolean tells = feedNews || !events.isEmpty() || !markets.isEmpty() || !books.isEmpty();
        return new BoardStore.Changes(board.symbol(), events, markets, books, feeds, tells);
    }

    private boolean isDoubtNew(Moment moment) {
        return board.events().stream().anyMatch(event -> event.feedRow(moment.system(), moment.silence())
                .filter(row -> !row.valid() && event.isNews(row))
                .isPresent());
    }
}
