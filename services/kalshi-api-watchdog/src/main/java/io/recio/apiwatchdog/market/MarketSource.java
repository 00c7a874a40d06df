package io.recio.apiwatchdog.market;

import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.SeriesDetails;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the exchange can be asked about its markets. Calls wait for the answer and throw {@code KalshiException}. */
interface MarketSource {

    SeriesDetails series(SeriesTicker series);

    /** The series' events that are open or will open, with their markets. */
    List<EventListing> listed(SeriesTicker series);

    /** One event with its markets, whatever its state; empty when unknown. */
    Optional<EventListing> event(EventTicker event);

    /** The whole books of the markets; those the exchange does not know are left out. */
    Map<MarketTicker, Book> books(Collection<MarketTicker> tickers);
}
