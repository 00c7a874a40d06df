package io.recio.apiwatchdog.market;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.Market;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.FeeTerms;
import io.recio.kalshi.model.MarketListing;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.SkippedMarket;
import io.recio.kalshi.model.SocketMessage.LifecycleChanged;
import io.recio.kalshi.model.SocketMessage.LifecycleStep;
import io.recio.kalshi.model.TopOfBook;
import io.recio.storage.settings.SymbolSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Listings of hourly bitcoin events, written with hours as numbers. */
final class Listings {

    static final SeriesTicker SERIES = new SeriesTicker("KXBTCD");
    static final SymbolSettings BTC = new SymbolSettings(Symbol.BTC, "BTC-USD", SERIES, "BRTI");

    private Listings() {}

    /** Minutes and seconds after 17:00. */
    static BusinessTime at(int minutes, int seconds) {
        return BusinessTime.parse("2026-11-22T17:00:00Z").plus(Duration.ofSeconds(minutes * 60L + seconds));
    }

    static EventTicker event(String name) {
        return new EventTicker("KXBTCD-" + name);
    }

    static MarketTicker market(String event, String strike) {
        return new MarketTicker("KXBTCD-" + event + "-T" + strike);
    }

    static MarketListing listing(
            String event, String strike, MarketStatus status, BusinessTime opens, BusinessTime closes) {
        return new MarketListing(
                new Market(
                        market(event, strike),
                        event(event),
                        Strike.above(SpotPrice.of(strike)),
                        status,
                        opens,
                        closes,
                        PriceGrid.LINEAR_CENT,
                        2),
                "",
                "",
                new TopOfBook(Optional.empty(), Optional.empty()),
                Optional.empty(),
                Quantity.ofContracts(10),
                Quantity.ZERO,
                Quantity.ofContracts(5),
                Optional.empty(),
                Optional.empty(),
                status == MarketStatus.FINALIZED ? Optional.of(SpotPrice.of("118000.12")) : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** An event with one market per strike. */
    static EventListing event(
            String name, MarketStatus status, BusinessTime opens, BusinessTime closes, String... strikes) {
        return new EventListing(
                event(name),
                SERIES,
                "Bitcoin price",
                "",
                Optional.empty(),
                FeeTerms.NONE,
                2,
                Stream.of(strikes)
                        .map(strike -> listing(name, strike, status, opens, closes))
                        .toList(),
                List.of());
    }

    /** An event with a market that could not be read. */
    static EventListing withSkipped(EventListing event, String ticker) {
        return new EventListing(
                event.ticker(),
                event.series(),
                event.title(),
                event.subTitle(),
                event.strikeDate(),
                event.fees(),
                event.exchangeIndex(),
                event.markets(),
                List.of(new SkippedMarket(ticker, "expected event_ticker, found none")));
    }

    static LifecycleChanged news(MarketTicker ticker, LifecycleStep step) {
        return new LifecycleChanged(
                ticker,
                step,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static LifecycleChanged determined(MarketTicker ticker, MarketResult result, Price value, BusinessTime at) {
        return new LifecycleChanged(
                ticker,
                LifecycleStep.DETERMINED,
                Optional.of(result),
                Optional.of(value),
                Optional.empty(),
                Optional.empty(),
                Optional.of(at),
                Optional.empty());
    }
}
