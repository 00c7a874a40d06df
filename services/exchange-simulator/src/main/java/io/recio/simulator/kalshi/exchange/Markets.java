package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All series, events and markets the exchange lists. Read it only while the exchange is locked. */
public final class Markets {

    private final List<SeriesSpec> series;
    private final Map<EventTicker, HourlyEvent> events = new LinkedHashMap<>();
    private final Map<MarketTicker, HourlyMarket> markets = new HashMap<>();

    Markets(List<SeriesSpec> series) {
        this.series = List.copyOf(series);
    }

    public List<SeriesSpec> series() {
        return series;
    }

    /** Oldest first. */
    public Collection<HourlyEvent> events() {
        return Collections.unmodifiableCollection(events.values());
    }

    public Optional<HourlyEvent> event(EventTicker ticker) {
        return Optional.ofNullable(events.get(ticker));
    }

    /** Of the oldest event first, lowest strike first. */
    public Stream<HourlyMarket> all() {
        return events.values().stream().flatMap(event -> event.markets().stream());
    }

    public Optional<HourlyMarket> find(MarketTicker ticker) {
        return Optional.ofNullable(markets.get(ticker));
    }

    /** The market, when it is on that shard or the call is routed by ticker. */
    Optional<HourlyMarket> on(MarketTicker ticker, int exchangeIndex) {
        return find(ticker)
                .filter(market -> exchangeIndex == NewOrder.AUTO_ROUTE
                        || exchangeIndex == market.event().series().exchangeIndex());
    }

    void add(HourlyEvent event) {
        events.put(event.ticker(), event);
        event.markets().forEach(market -> markets.put(market.ticker(), market));
    }

    void remove(HourlyEvent event) {
        events.remove(event.ticker());
        event.markets().forEach(market -> markets.remove(market.ticker()));
    }
}
