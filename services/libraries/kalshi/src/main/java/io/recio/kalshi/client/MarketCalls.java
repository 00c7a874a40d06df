package io.recio.kalshi.client;

import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.MarketListing;
import io.recio.kalshi.model.MarketListings;
import io.recio.kalshi.model.PublicTrade;
import io.recio.kalshi.model.SeriesDetails;
import io.recio.kalshi.parser.BookParser;
import io.recio.kalshi.parser.MarketParser;
import io.recio.kalshi.wire.WireMarkets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads of public market data. Listings are cached by the exchange for up to 15 s, books are not. */
public final class MarketCalls {

    private static final int EVENTS_PER_PAGE = 200;
    private static final int MARKETS_PER_PAGE = 1000;
    private static final int TRADES_PER_PAGE = 1000;
    private static final int BOOKS_PER_CALL = 100;

    private final CallRunner calls;

    MarketCalls(CallRunner calls) {
        this.calls = calls;
    }

    public SeriesDetails series(SeriesTicker series) {
        return calls.read(
                Call.get("/series/" + series),
                WireMarkets.SeriesAnswer.class,
                wire -> MarketParser.series(wire.series()));
    }

    /** The events of a series with their markets. */
    public List<EventListing> events(SeriesTicker series, EventFilter filter) {
        Call call = Call.get("/events")
                .with("series_ticker", series)
                .with("status", filter.wire())
                .with("with_nested_markets", true)
                .with("limit", EVENTS_PER_PAGE);
        return calls.readPages(
                call,
                WireMarkets.EventPage.class,
                page -> page.events().stream()
                        .map(event -> MarketParser.event(event, null))
                        .toList(),
                WireMarkets.EventPage::cursor);
    }

    /** One event with its markets; empty when unknown. */
    public Optional<EventListing> event(EventTicker event) {
        return calls.find(
                Call.get("/events/" + event).with("with_nested_markets", true),
                WireMarkets.EventAnswer.class,
                wire -> MarketParser.event(wire.event(), wire.markets()));
    }

    /**
     * The markets of an event.
     *
     * @param eventShard the shard of the event, for markets that name none
     */
    public MarketListings markets(EventTicker event, int eventShard) {
        List<WireMarkets.Market> markets = calls.readPages(
                Call.get("/markets").with("event_ticker", event).with("limit", MARKETS_PER_PAGE),
                WireMarkets.MarketPage.class,
                WireMarkets.MarketPage::markets,
                WireMarkets.MarketPage::cursor);
        return MarketParser.markets(markets, eventShard);
    }

    /** One market; empty when unknown, which a new one may be for a while. */
    public Optional<MarketListing> market(MarketTicker ticker, int eventShard) {
        return calls.find(
                Call.get("/markets/" + ticker),
                WireMarkets.MarketAnswer.class,
                wire -> MarketParser.market(wire.market(), eventShard));
    }

    /** The whole book of one market. */
    public Book book(MarketTicker ticker) {
        return calls.read(
                Call.get("/markets/" + ticker + "/orderbook"), WireMarkets.BookAnswer.class, BookParser::book);
    }

    /** The whole books of many markets, 100 per request. Needs a key. */
    public Map<MarketTicker, Book> books(Collection<MarketTicker> tickers) {
        Map<MarketTicker, Book> books = new LinkedHashMap<>();
        List<MarketTicker> all = new ArrayList<>(tickers);
        for (int from = 0; from < all.size(); from += BOOKS_PER_CALL) {
            Call call = Call.get("/markets/orderbooks");
            for (MarketTicker ticker : all.subList(from, Math.min(all.size(), from + BOOKS_PER_CALL))) {
                call = call.with("tickers", ticker);
            }
            books.putAll(calls.read(call, WireMarkets.BooksAnswer.class, BookParser::books));
        }
        return books;
    }

    /** The trades of a market between two moments (whole seconds, both included), newest first. */
    public List<PublicTrade> trades(MarketTicker ticker, BusinessTime since, BusinessTime until) {
        Call call = Span.between(since, until)
                .on(Call.get("/markets/trades").with("ticker", ticker).with("limit", TRADES_PER_PAGE));
        return calls.readPages(
                call,
                WireMarkets.TradePage.class,
                page -> page.trades().stream().map(MarketParser::trade).toList(),
                WireMarkets.TradePage::cursor);
    }
}
