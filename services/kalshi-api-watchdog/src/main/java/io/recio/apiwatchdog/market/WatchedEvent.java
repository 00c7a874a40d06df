package io.recio.apiwatchdog.market;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.FeeTerms;
import io.recio.kalshi.model.MarketListing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event under watch, with its markets and the state of its books. */
final class WatchedEvent {

    private final Map<MarketTicker, WatchedMarket> markets = new LinkedHashMap<>();
    private final BookFeedState feed;

    private EventFacts facts;
    private @Nullable EventFacts written;
    private @Nullable FeedRow writtenFeed;
    private boolean followed;
    private boolean everFollowed;
    private long feedWrittenAt;

    private WatchedEvent(EventFacts facts, long nanos, SystemTime at) {
        this.facts = facts;
        this.feed = new BookFeedState(nanos, at);
    }

    /** @param listing holds at least one market */
    static WatchedEvent listed(EventListing listing, BusinessTime now, long nanos, SystemTime at) {
        List<MarketListing> markets = listing.markets();
        WatchedEvent event = new WatchedEvent(
                new EventFacts(
                        listing.ticker(),
                        listing.series(),
                        listing.title(),
                        markets.getFirst().market().opensAt(),
                        markets.getFirst().market().closesAt(),
                        listing.exchangeIndex(),
                        listing.fees()),
                nanos,
                at);
        event.listed(listing, now, nanos);
        return event;
    }

    /** As the database has it. */
    static WatchedEvent stored(EventFacts facts, List<WatchedMarket> markets, long nanos, SystemTime at) {
        WatchedEvent event = new WatchedEvent(facts, nanos, at);
        event.written = facts;
        event.everFollowed = true;
        markets.forEach(market -> event.markets.put(market.ticker(), market));
        return event;
    }

    EventTicker ticker() {
        return facts.ticker();
    }

    EventFacts facts() {
        return facts;
    }

    BookFeedState feed() {
        return feed;
    }

    /** Lowest strike first. */
    List<WatchedMarket> markets() {
        List<WatchedMarket> sorted = new ArrayList<>(markets.values());
        sorted.sort(Comparator.comparing((WatchedMarket market) ->
                        market.facts().market().strike().level())
                .thenComparing(WatchedMarket::ticker));
        return sorted;
    }

    Optional<WatchedMarket> market(MarketTicker ticker) {
        return Optional.ofNullable(markets.get(ticker));
    }

    void listed(EventListing listing, BusinessTime now, long nanos) {
        for (MarketListing market : listing.markets()) {
            WatchedMarket known = markets.get(market.market().ticker());
            if (known == null) {
                markets.put(market.market().ticker(), WatchedMarket.listed(market, now));
            } else {
                known.listed(market, now, nanos);
            }
        }
        facts = new EventFacts(
                listing.ticker(),
                listing.series(),
                listing.title(),
                facts.opensAt(),
                facts.closesAt(),
                listing.exchangeIndex(),
                listing.fees());
        timesChanged();
    }

    void feesChanged(FeeTerms overrides) {
        facts = facts.withFees(overrides);
    }

    /** The event's times follow those of its markets. */
    void timesChanged() {
        Collection<WatchedMarket> all = markets.values();
        facts = facts.withTimes(
                all.stream()
                        .map(market -> market.facts().market().opensAt())
                        .min(Comparator.naturalOrder())
                        .orElse(facts.opensAt()),
                all.stream()
                        .map(market -> market.facts().market().closesAt())
                        .max(Comparator.naturalOrder())
                        .orElse(facts.closesAt()));
    }

    /** Those that have not closed. */
    Set<MarketTicker> tradable(BusinessTime now) {
        return markets.values().stream()
                .filter(market -> now.isBefore(market.facts().market().closesAt()))
                .map(WatchedMarket::ticker)
                .collect(Collectors.toSet());
    }

    /** Whether every market has paid out. */
    boolean isOver() {
        return markets.values().stream().allMatch(market -> market.facts().isOver());
    }

    /** Whether the level that decided is known too; the stream does not tell it. */
    boolean isComplete() {
        return markets.values().stream()
                .allMatch(market -> market.facts().settlementLevel().isPresent());
    }

    /** Whether its books are wanted now; once they no longer are, the feed says that it has ended. */
    void follow(boolean wanted) {
        followed = wanted;
        everFollowed |= wanted;
    }

    boolean isFollowed() {
        return followed;
    }

    Optional<EventFacts> takeFacts() {
        if (facts.equals(written)) {
            return Optional.empty();
        }
        written = facts;
        return Optional.of(facts);
    }

    /** What the feed row should say; empty for an event never followed. */
    Optional<FeedRow> feedRow(SystemTime now, Optional<Duration> silence) {
        if (followed) {
            return Optional.of(feed.row(now, silence));
        }
        return everFollowed ? Optional.of(feed.left()) : Optional.empty();
    }

    /** Whether the row says something else than what was written. */
    boolean isNews(FeedRow row) {
        return writtenFeed == null || !row.agreesWith(writtenFeed);
    }

    /** Whether it has not been written for so long that books were heard of. */
    boolean isFeedDue(FeedRow row, long nanos, Duration interval) {
        return isNews(row) || followed && nanos - feedWrittenAt >= interval.toNanos();
    }

    void feedWritten(FeedRow row, long nanos) {
        writtenFeed = row;
        feedWrittenAt = nanos;
    }
}
