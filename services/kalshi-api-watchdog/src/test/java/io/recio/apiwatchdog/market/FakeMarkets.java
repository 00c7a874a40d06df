package io.recio.apiwatchdog.market;

import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.kalshi.errors.ExchangeUnavailable;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.FeeTerms;
import io.recio.kalshi.model.SeriesDetails;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An exchange that answers from what a test put in, and notes what it was asked. */
final class FakeMarkets implements MarketSource {

    final Map<EventTicker, EventListing> listed = new LinkedHashMap<>();
    final Map<EventTicker, EventListing> hidden = new LinkedHashMap<>();
    final Map<MarketTicker, Book> books = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();
    boolean away;

    @Override
    public SeriesDetails series(SeriesTicker series) {
        note("series");
        return new SeriesDetails(
                series, "Bitcoin price", new FeeTerms(Optional.of("quadratic"), Optional.of(BigDecimal.ONE)), 2);
    }

    @Override
    public List<EventListing> listed(SeriesTicker series) {
        note("list");
        return List.copyOf(listed.values());
    }

    @Override
    public Optional<EventListing> event(EventTicker event) {
        note("event " + event);
        return Optional.ofNullable(hidden.getOrDefault(event, listed.get(event)));
    }

    @Override
    public Map<MarketTicker, Book> books(Collection<MarketTicker> tickers) {
        note("books " + tickers.size());
        Map<MarketTicker, Book> found = new LinkedHashMap<>(books);
        found.keySet().retainAll(tickers);
        return found;
    }

    void list(EventListing event) {
        listed.put(event.ticker(), event);
    }

    private void note(String what) {
        asked.add(what);
        if (away) {
            throw new ExchangeUnavailable(what + " got no answer");
        }
    }
}
