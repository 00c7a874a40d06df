package io.recio.kalshi.socket;

import io.recio.domain.market.MarketTicker;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.parser.BookDelta;
import io.recio.kalshi.parser.BookSnapshot;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The books of one order book subscription. A book is there or missing; what is missing has been asked for, once, and
 * counts as overdue after a while. Market tickers that nobody wants any more are ignored.
 */
final class BookKeeper {

    private final Consumer<SocketMessage> deliver;
    private final Map<String, Entry> entries = new TreeMap<>();

    BookKeeper(Consumer<SocketMessage> deliver) {
        this.deliver = deliver;
    }

    /** Keeps the books of these markets, whose snapshots the server will send by itself. */
    void expect(Collection<String> tickers, long now) {
        tickers.forEach(ticker -> entries.computeIfAbsent(ticker, unused -> new Entry(now)));
    }

    void drop(Collection<String> tickers) {
        tickers.forEach(entries::remove);
    }

    void snapshot(BookSnapshot snapshot) {
        Entry entry = entries.get(snapshot.ticker().value());
        if (entry == null) {
            return;
        }
        LiveBook book = new LiveBook(snapshot.book());
        entry.book = book;
        entry.asked = false;
        entry.delay = 1;
        deliver.accept(new SocketMessage.BookChanged(snapshot.ticker(), book.book(), Optional.empty()));
    }

    /**
     * Applies a change.
     *
     * @return false when the book cannot be right and must be lost
     */
    boolean delta(BookDelta delta) {
        Entry entry = entries.get(delta.ticker().value());
        if (entry == null) {
            return true;
        }
        LiveBook book = entry.book;
        if (book == null) {
            return entry.asked;
        }
        if (!book.change(delta.side(), delta.price(), delta.change())) {
            return false;
        }
        deliver.accept(new SocketMessage.BookChanged(delta.ticker(), book.book(), delta.at()));
        return true;
    }

    /** Calls the books invalid and tells which snapshots must be asked for now. */
    Set<String> lose(Collection<String> tickers, String reason, long now) {
        Set<String> toAsk = new TreeSet<>();
        for (String ticker : tickers) {
            Entry entry = entries.get(ticker);
            if (entry == null) {
                continue;
            }
            if (entry.book != null) {
                entry.book = null;
                entry.since = now;
                deliver.accept(new SocketMessage.BookInvalid(new MarketTicker(ticker), reason));
            }
            if (!entry.asked) {
                entry.asked = true;
                entry.since = now;
                toAsk.add(ticker);
            }
        }
        return toAsk;
    }

    /** The missing books whose snapshot is overdue; asking again, each is waited for twice as long as before. */
    Set<String> overdue(long timeoutNanos, long now) {
        Set<String> overdue = new TreeSet<>();
        entries.forEach((ticker, entry) -> {
            if (entry.book == null && now - entry.since >= timeoutNanos * entry.delay) {
                entry.since = now;
                entry.delay = Math.min(Entry.LONGEST_DELAY, entry.delay * 2);
                overdue.add(ticker);
            }
        });
        return overdue;
    }

    /** Whether books are wanted and none is there. */
    boolean isBare() {
        return !entries.isEmpty() && entries.values().stream().allMatch(entry -> entry.book == null);
    }

    Set<String> tickers() {
        return new TreeSet<>(entries.keySet());
    }

    private static final class Entry {

        /** Times the timeout. */
        private static final int LONGEST_DELAY = 8;

        private @Nullable LiveBook book;
        private boolean asked = true;
        private long since;
        private int delay = 1;

        private Entry(long now) {
            this.since = now;
        }
    }
}
