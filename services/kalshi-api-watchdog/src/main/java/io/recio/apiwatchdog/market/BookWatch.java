package io.recio.apiwatchdog.market;

import io.recio.apiwatchdog.ApiWatchdogConfig;
import io.recio.apiwatchdog.work.Reading;
import io.recio.apiwatchdog.work.RestReads;
import io.recio.domain.market.Book;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Decides whose books are wanted, and reads by REST those that the stream fails to deliver. */
final class BookWatch {

    private static final Logger LOG = Logger.getLogger(BookWatch.class);

    private final BookStream stream;
    private final MarketSource source;
    private final RestReads reads;
    private final ApiWatchdogConfig.Books config;
    private final Tempo tempo;
    private Set<MarketTicker> followed = Set.of();

    BookWatch(BookStream stream, MarketSource source, RestReads reads, ApiWatchdogConfig.Books config, Tempo tempo) {
        this.stream = stream;
        this.source = source;
        this.reads = reads;
        this.config = config;
        this.tempo = tempo;
    }

    /** Follows the current events and, in time, those that come after them; leaves what has closed. */
    void follow(Iterable<SymbolBoard> boards, BusinessTime now, long nanos) {
        Set<MarketTicker> wanted = new LinkedHashSet<>();
        for (SymbolBoard board : boards) {
            Set<WatchedEvent> events = wanted(board, now);
            for (WatchedEvent event : board.events()) {
                boolean follow = events.contains(event);
                Set<MarketTicker> tickers = follow ? event.tradable(now) : Set.of();
                if (follow || event.isFollowed()) {
                    event.feed().want(tickers, nanos);
                }
                event.follow(follow);
                wanted.addAll(tickers);
            }
        }
        if (!wanted.equals(followed)) {
            LOG.debugf("Following books markets=%d", wanted.size());
            followed = wanted;
            stream.follow(wanted);
        }
    }

    /** Reads by REST what the stream has not delivered for too long. */
    void fallBack(Iterable<SymbolBoard> boards, BusinessTime now, long nanos) {
        for (SymbolBoard board : boards) {
            for (WatchedEvent event : board.events()) {
                boolean needed = event.isFollowed()
                        && event.feed().needsRead(nanos, config.fallbackAfter(), config.fallbackInterval());
                if (needed) {
                    List<MarketTicker> tickers = List.copyOf(event.tradable(now));
                    boolean started = reads.start(
                            "books " + event.ticker(),
                            () -> source.books(tickers),
                            reading -> read(event, reading, now));
                    if (started) {
                        event.feed().asked(nanos);
                    }
                }
            }
        }
    }

    Optional<Duration> silence() {
        return stream.silence();
    }

    /** What the stream has stays: it is newer than any answer under way. */
    private static void read(WatchedEvent event, Reading<Map<MarketTicker, Book>> reading, BusinessTime askedAt) {
        switch (reading) {
            case Reading.Answered<Map<MarketTicker, Book>>(var books, var at, var took) -> {
                books.forEach((ticker, book) -> event.market(ticker)
                        .filter(market -> event.feed().isMissing(ticker))
                        .ifPresent(market -> market.quoted(book, askedAt)));
                event.feed().read(books.keySet(), at);
            }
            case Reading.Failed<Map<MarketTicker, Book>>(var reason, var at) ->
                LOG.debugf("Books not read event=%s reason=%s", event.ticker(), reason);
        }
    }

    private Set<WatchedEvent> wanted(SymbolBoard board, BusinessTime now) {
        Set<WatchedEvent> wanted = new HashSet<>();
        board.current(now).ifPresent(wanted::add);
        board.following(now)
                .filter(event -> tempo.real(now.until(board.turn(event, now))).compareTo(config.subscribeAhead()) <= 0)
                .ifPresent(wanted::add);
        return wanted;
    }
}
