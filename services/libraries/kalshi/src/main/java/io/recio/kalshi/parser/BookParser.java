package io.recio.kalshi.parser;

import static io.recio.kalshi.parser.Fields.required;

import io.recio.domain.market.Book;
import io.recio.domain.market.Level;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.model.TopOfBook;
import io.recio.kalshi.wire.WireMarkets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Books and best quotes. A side that is absent has no orders. */
public final class BookParser {

    private static final int LEVEL_PARTS = 2;

    private BookParser() {}

    public static Book book(WireMarkets.BookAnswer wire) {
        return book(required("orderbook_fp", wire.orderbookFp()));
    }

    public static Map<MarketTicker, Book> books(WireMarkets.BooksAnswer wire) {
        Map<MarketTicker, Book> books = new LinkedHashMap<>();
        for (WireMarkets.TickerBook entry : required("orderbooks", wire.orderbooks())) {
            books.put(Fields.ticker(entry.ticker()), book(required("orderbook_fp", entry.orderbookFp())));
        }
        return books;
    }

    static Book of(@Nullable List<List<String>> yes, @Nullable List<List<String>> no) {
        return new Book(levels("yes level", yes), levels("no level", no));
    }

    /** The best quotes; the sentinels of "no quote" become empty. */
    static TopOfBook top(
            @Nullable String bid, @Nullable String bidSize, @Nullable String ask, @Nullable String askSize) {
        return new TopOfBook(
                quote("yes_bid_dollars", bid, bidSize)
                        .filter(level -> level.price().isAbove(Price.ZERO)),
                quote("yes_ask_dollars", ask, askSize)
                        .filter(level -> level.price().isBelow(Price.ONE)));
    }

    private static Optional<Level> quote(String name, @Nullable String price, @Nullable String size) {
        return Fields.optional(name, price, Price::of)
                .map(present -> new Level(present, Fields.quantityOrZero(name + " size", size)))
                .filter(level -> level.size().isPositive());
    }

    private static Book book(WireMarkets.Book wire) {
        return of(wire.yesDollars(), wire.noDollars());
    }

    private static List<Level> levels(String name, @Nullable List<List<String>> levels) {
        if (levels == null) {
            return List.of();
        }
        return levels.stream().map(level -> level(name, level)).toList();
    }

    private static Level level(String name, List<String> parts) {
        if (parts.size() < LEVEL_PARTS) {
            throw new UnreadableAnswer("expected price and count of a " + name + ", found " + parts);
        }
        Quantity size = Fields.quantity(name, parts.get(1));
        return new Level(Fields.price(name, parts.get(0)), size);
    }
}
