package io.recio.apiwatchdog.market;

import io.recio.domain.market.Book;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.MarketListing;
import io.recio.kalshi.model.SocketMessage.LifecycleChanged;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A market under watch: what is known, and what of it has not been written yet. */
final class WatchedMarket {

    /** Listings come from a cache of 15 s; for a little longer, what the stream said counts for more. */
    private static final Duration NEWS_COUNTS = Duration.ofSeconds(20);

    private MarketFacts facts;
    private @Nullable MarketFacts written;
    private Book book = Book.EMPTY;
    private BusinessTime bookChangedAt;
    private boolean bookChanged;
    private boolean told;
    private long toldAt;

    private WatchedMarket(MarketFacts facts, BusinessTime now) {
        this.facts = facts;
        this.bookChangedAt = now;
    }

    static WatchedMarket listed(MarketListing listing, BusinessTime now) {
        return new WatchedMarket(MarketFacts.of(listing, now), now);
    }

    /** As the database has it. */
    static WatchedMarket stored(MarketFacts facts, Book book, BusinessTime now) {
        WatchedMarket market = new WatchedMarket(facts, now);
        market.written = facts;
        market.book = book;
        return market;
    }

    MarketTicker ticker() {
        return facts.market().ticker();
    }

    MarketFacts facts() {
        return facts;
    }

    Book book() {
        return book;
    }

    void listed(MarketListing listing, BusinessTime now, long nanos) {
        boolean newsFirst = told && nanos - toldAt < NEWS_COUNTS.toNanos();
        Quantity before = facts.volume();
        facts = facts.listed(listing, newsFirst, now);
        bookChanged |= !facts.volume().equals(before);
    }

    void changed(LifecycleChanged news, BusinessTime now, long nanos) {
        facts = facts.changed(news, now);
        told = true;
        toldAt = nanos;
    }

    /** A volume that fell is an old message. */
    void traded(Quantity volume, Quantity openInterest) {
        if (volume.isAtLeast(facts.volume())) {
            bookChanged |= !volume.equals(facts.volume());
            facts = facts.traded(volume, openInterest);
        }
    }

    void quoted(Book newBook, BusinessTime at) {
        if (!newBook.equals(book)) {
            book = newBook;
            bookChangedAt = at;
            bookChanged = true;
        }
    }

    /** The facts to be written, if they have changed; counted as written from now on. */
    Optional<MarketFacts> takeFacts(BusinessTime now, boolean withTrade) {
        MarketFacts current = facts.asOf(now);
        MarketFacts last = written;
        boolean same = last != null && (withTrade ? current.equals(last) : current.sameBesidesTrade(last));
        if (same) {
            return Optional.empty();
        }
        written = current;
        return Optional.of(current);
    }

    /** The book to be written, if it has changed; counted as written from now on. */
    Optional<BookRow> takeBook() {
        if (!bookChanged) {
            return Optional.empty();
        }
        bookChanged = false;
        return Optional.of(new BookRow(ticker(), facts.market().event(), book, facts.volume(), bookChangedAt));
    }

    boolean isBookChanged() {
        return bookChanged;
    }
}
