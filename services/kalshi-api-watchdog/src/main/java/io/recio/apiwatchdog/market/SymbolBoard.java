package io.recio.apiwatchdog.market;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.model.EventListing;
import io.recio.storage.settings.SymbolSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of one symbol, from their announcement to their settlement. */
final class SymbolBoard {

    /** The product is hourly: what closes later than this after the current event is not the one that follows it. */
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Comparator<WatchedEvent> BY_CLOSE = Comparator.comparing(
                    (WatchedEvent event) -> event.facts().closesAt())
            .thenComparing(WatchedEvent::ticker);

    private final SymbolSettings settings;
    private final Map<EventTicker, WatchedEvent> events = new LinkedHashMap<>();

    SymbolBoard(SymbolSettings settings) {
        this.settings = settings;
    }

    SymbolSettings settings() {
        return settings;
    }

    Symbol symbol() {
        return settings.symbol();
    }

    Collection<WatchedEvent> events() {
        return events.values();
    }

    void restore(WatchedEvent event) {
        events.put(event.ticker(), event);
    }

    /**
     * Takes a listing in; one without markets waits for them.
     *
     * @return true when the event was not known before
     */
    boolean listed(EventListing listing, BusinessTime now, long nanos, SystemTime at) {
        WatchedEvent known = events.get(listing.ticker());
        if (known != null) {
            known.listed(listing, now, nanos);
            return false;
        }
        if (listing.markets().isEmpty()) {
            return false;
        }
        events.put(listing.ticker(), WatchedEvent.listed(listing, now, nanos, at));
        return true;
    }

    Optional<WatchedEvent> event(EventTicker ticker) {
        return Optional.ofNullable(events.get(ticker));
    }

    Optional<WatchedEvent> eventOf(MarketTicker ticker) {
        return events.values().stream()
                .filter(event -> event.market(ticker).isPresent())
                .findFirst();
    }

    /** The open event that closes first. */
    Optional<WatchedEvent> current(BusinessTime now) {
        return upcoming(now).stream().filter(event -> event.facts().isOpen(now)).findFirst();
    }

    /** The event that becomes the current one after the current one. */
    Optional<WatchedEvent> following(BusinessTime now) {
        Optional<WatchedEvent> current = current(now);
        return upcoming(now).stream()
                .filter(event -> current.filter(open -> open == event).isEmpty())
                .findFirst();
    }

    /** When the following event becomes the current one. */
    BusinessTime turn(WatchedEvent following, BusinessTime now) {
        BusinessTime opens = following.facts().opensAt();
        return current(now)
                .map(event -> event.facts().closesAt())
                .filter(closes -> !following.facts().closesAt().isBefore(closes) && closes.isAfter(opens))
                .orElse(opens);
    }

    /** Whether the hour after the current event has its event. */
    boolean knowsNextHour(BusinessTime now) {
        return current(now)
                .map(event -> event.facts().closesAt())
                .map(closes -> following(now)
                        .map(event -> event.facts().closesAt())
                        .filter(next -> !next.isAfter(closes.plus(HOUR)))
                        .isPresent())
                .orElse(false);
    }

    /** Closed, but not all paid out, or by a level we have not heard. */
    List<WatchedEvent> unsettled(BusinessTime now) {
        return events.values().stream()
                .filter(event -> !now.isBefore(event.facts().closesAt()))
                .filter(event -> !event.isOver() || !event.isComplete())
                .toList();
    }

    /** Forgets what is over and has been written. */
    void forget(BusinessTime now, Duration after) {
        events.values()
                .removeIf(event ->
                        event.isOver() && event.facts().closesAt().plus(after).isBefore(now));
    }

    /** Not closed, the first to close first. */
    private List<WatchedEvent> upcoming(BusinessTime now) {
        List<WatchedEvent> upcoming = new ArrayList<>(events.values());
        upcoming.removeIf(event -> !now.isBefore(event.facts().closesAt()));
        upcoming.sort(BY_CLOSE);
        return upcoming;
    }
}
