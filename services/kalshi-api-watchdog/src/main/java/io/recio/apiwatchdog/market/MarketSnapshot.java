package io.recio.apiwatchdog.market;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.Level;
import io.recio.domain.market.Market;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.market.Side;
import io.recio.domain.market.StrikeType;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import java.util.List;
import java.util.Optional;

/**
 * The document {@code <symbol>_market_snapshot.json}: the current event with the best quotes of its markets.
 *
 * @param ttcSeconds business seconds from the writing until trading ends
 * @param nextEventTicker the hour after, once it is known
 */
record MarketSnapshot(
        Symbol symbol,
        String broker,
        SeriesTicker seriesTicker,
        BusinessTime lastUpdated,
        Optional<EventTicker> eventTicker,
        Optional<String> marketTitle,
        Optional<BusinessTime> opensAt,
        Optional<BusinessTime> closesAt,
        Optional<Long> ttcSeconds,
        Optional<EventTicker> nextEventTicker,
        Optional<Feed> bookFeed,
        List<Quote> markets) {

    private static final String BROKER = "Kalshi";

    /** Whether the quotes can be believed. */
    record Feed(String source, boolean valid, Optional<String> reason, SystemTime heardAt) {}

    /** A market with its best quotes; absent ones have no order behind them. */
    record Quote(
            MarketTicker ticker,
            SpotPrice strike,
            StrikeType strikeType,
            MarketStatus status,
            Optional<Price> yesBid,
            Optional<Price> yesAsk,
            Optional<Price> noBid,
            Optional<Price> noAsk,
            Optional<Quantity> yesAskSize,
            Optional<Quantity> noAskSize,
            Quantity volume,
            Quantity openInterest) {}

    static MarketSnapshot of(SymbolBoard board, BoardWriter.Moment moment) {
        BusinessTime now = moment.business();
        Optional<WatchedEvent> current = board.current(now);
        Optional<EventFacts> facts = current.map(WatchedEvent::facts);
        return new MarketSnapshot(
                board.symbol(),
                BROKER,
                board.settings().series(),
                now,
                facts.map(EventFacts::ticker),
                facts.map(EventFacts::title),
                facts.map(EventFacts::opensAt),
                facts.map(EventFacts::closesAt),
                facts.map(event -> now.until(event.closesAt()).toSeconds()),
                board.following(now).map(WatchedEvent::ticker),
                current.flatMap(event -> event.feedRow(moment.system(), moment.silence()))
                        .map(MarketSnapshot::feed),
                current.map(event -> event.markets().stream()
                                .map(market -> quote(market, now))
                                .toList())
                        .orElse(List.of()));
    }

    private static Feed feed(FeedRow row) {
        return new Feed(row.bySocket() ? "websocket" : "rest", row.valid(), row.reason(), row.heardAt());
    }

    private static Quote quote(WatchedMarket watched, BusinessTime now) {
        MarketFacts facts = watched.facts().asOf(now);
        Market market = facts.market();
        Optional<Level> yesAsk = watched.book().bestAsk(Side.YES);
        Optional<Level> noAsk = watched.book().bestAsk(Side.NO);
        return new Quote(
                market.ticker(),
                market.strike().shown(),
                market.strike().type(),
                market.status(),
                watched.book().bestBid(Side.YES).map(Level::price),
                yesAsk.map(Level::price),
                watched.book().bestBid(Side.NO).map(Level::price),
                noAsk.map(Level::price),
                yesAsk.map(Level::size),
                noAsk.map(Level::size),
                facts.volume(),
                facts.openInterest());
    }
}
