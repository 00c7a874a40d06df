package io.recio.apiwatchdog.market;

import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.kalshi.client.EventFilter;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.SeriesDetails;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kalshi's REST API. */
@Singleton
class KalshiMarketSource implements MarketSource {

    private final KalshiRest rest;

    KalshiMarketSource(KalshiRest rest) {
        this.rest = rest;
    }

    @Override
    public SeriesDetails series(SeriesTicker series) {
        return rest.markets().series(series);
    }

    @Override
    public List<EventListing> listed(SeriesTicker series) {
        List<EventListing> events = new ArrayList<>(rest.markets().events(series, EventFilter.UNOPENED));
        events.addAll(rest.markets().events(series, EventFilter.OPEN));
        return events;
    }

    @Override
    public Optional<EventListing> event(EventTicker event) {
        return rest.markets().event(event);
    }

    @Override
    public Map<MarketTicker, Book> books(Collection<MarketTicker> tickers) {
        return rest.markets().books(tickers);
    }
}
