package io.recio.kalshi.client;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.Level;
import io.recio.domain.market.Market;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.market.Side;
import io.recio.domain.market.Strike;
import io.recio.domain.market.StrikeType;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.FeeTerms;
import io.recio.kalshi.model.MarketListing;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.PublicTrade;
import io.recio.kalshi.model.SkippedMarket;
import io.recio.kalshi.model.TopOfBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarketCallsTest extends RestFixture {

    private static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    private static final EventTicker EVENT = new EventTicker("KXBTCD-26NOV2217");

    @Test
    void readsAnEventWithItsMarkets() {
        answer(get(urlPathEqualTo(BASE + "/events")), 200, "http_events_page.json");

        EventListing event = onlyEvent();

        exchange.verify(getRequestedFor(
                urlEqualTo(BASE + "/events?series_ticker=KXBTCD&status=open&with_nested_markets=true&limit=200")));
        assertThat(event.ticker()).isEqualTo(EVENT);
        assertThat(event.series()).isEqualTo(new SeriesTicker("KXBTCD"));
        assertThat(event.strikeDate()).contains(BusinessTime.parse("2026-11-22T22:00:00Z"));
        assertThat(event.fees()).isEqualTo(FeeTerms.NONE);
        MarketListing first = event.markets().getFirst();
        assertThat(first.market())
                .isEqualTo(new Market(
                        TICKER,
                        EVENT,
                        Strike.above(SpotPrice.of("114999.99")),
                        MarketStatus.ACTIVE,
                        BusinessTime.parse("2026-11-22T21:00:00Z"),
                        BusinessTime.parse("2026-11-22T22:00:00Z"),
                        PriceGrid.LINEAR_CENT,
                        2));
        assertThat(first.quote().ask(Side.YES)).contains(new Level(Price.of("0.97"), Quantity.of("80.50")));
        assertThat(first.quote().ask(Side.NO)).contains(new Level(Price.of("0.05"), Quantity.of("120")));
        assertThat(first.quote().bid(Side.NO)).contains(new Level(Price.of("0.03"), Quantity.of("80.50")));
        assertThat(first.volume()).isEqualTo(Quantity.ofContracts(2310));
        assertThat(first.volume24h()).isEqualTo(Quantity.ofContracts(2310));
        assertThat(first.result()).isEmpty();
    }

    @Test
    void takesTheSentinelOfNoQuoteForNoQuote() {
        answer(get(urlPathEqualTo(BASE + "/events")), 200, "http_events_page.json");

        MarketListing unquoted = onlyEvent().markets().get(1);

        assertThat(unquoted.market().strike().level()).isEqualTo(SpotPrice.of("131249.99"));
        assertThat(unquoted.quote()).isEqualTo(TopOfBook.EMPTY);
        assertThat(unquoted.lastPrice()).isEmpty();
    }

    @Test
    void skipsAMarketWhoseStrikeIsNoLevel() {
        answer(get(urlPathEqualTo(BASE + "/events")), 200, "http_events_page.json");

        assertThat(onlyEvent().skipped())
                .containsExactly(new SkippedMarket(
                        "KXBTCD-26NOV2217-CUSTOM", "expected a strike by level, found strike_type 'custom'"));
    }

    @Test
    void takesTheShardFromTheEventWhereTheMarketNamesNone() {
        answer(get(urlPathEqualTo(BASE + "/events")), 200, "http_events_page.json");

        Market paused = onlyEvent().markets().get(2).market();

        assertThat(paused.status()).isEqualTo(MarketStatus.INACTIVE);
        assertThat(paused.exchangeIndex()).isEqualTo(2);
    }

    @Test
    void readsASettledMarketThatStandsBesideItsEvent() {
        answer(get(urlPathEqualTo(BASE + "/events/KXBTCD-26NOV2217")), 200, "http_event.json");

        MarketListing settled =
                rest.markets().event(EVENT).orElseThrow().markets().getFirst();

        assertThat(settled.market().status()).isEqualTo(MarketStatus.FINALIZED);
        assertThat(settled.result()).contains(MarketResult.YES);
        assertThat(settled.settlementValue()).contains(Price.ONE);
        assertThat(settled.settlementLevel()).contains(SpotPrice.of("115210.44"));
        assertThat(settled.settledAt()).contains(BusinessTime.parse("2026-11-22T22:01:12Z"));
    }

    @Test
    void readsABandWithTaperedTicks() {
        MarketTicker band = new MarketTicker("KXBTC-26NOV2217-B115125");
        answer(get(BASE + "/markets/" + band), 200, "http_market_range.json");

        Market market = rest.markets().market(band, 0).orElseThrow().market();

        assertThat(market.strike())
                .isEqualTo(new Strike(StrikeType.BETWEEN, SpotPrice.of("115000"), SpotPrice.of("115249.99")));
        assertThat(market.grid().contains(Price.of("0.955"))).isTrue();
        assertThat(market.grid().contains(Price.of("0.505"))).isFalse();
    }

    @Test
    void keepsAMarketWhoseStatusItDoesNotKnow() {
        answer(get(BASE + "/markets/" + TICKER), 200, "http_market_newer.json");

        assertThat(rest.markets().market(TICKER, 0).orElseThrow().market().status())
                .isEqualTo(MarketStatus.UNKNOWN);
    }

    @Test
    void findsNoMarketThatIsNotThereYet() {
        exchange.stubFor(get(BASE + "/markets/" + TICKER).willReturn(json(404, "{\"error\":\"not found\"}")));

        assertThat(rest.markets().market(TICKER, 0)).isEmpty();
    }

    @Test
    void readsABook() {
        answer(get(BASE + "/markets/" + TICKER + "/orderbook"), 200, "http_orderbook.json");

        Book book = rest.markets().book(TICKER);

        assertThat(book.bestBid(Side.YES)).contains(new Level(Price.of("0.22"), Quantity.ofContracts(333)));
        assertThat(book.bestAsk(Side.YES)).contains(new Level(Price.of("0.44"), Quantity.ofContracts(146)));
        assertThat(book.noBids())
                .containsExactly(
                        new Level(Price.of("0.56"), Quantity.ofContracts(146)),
                        new Level(Price.of("0.54"), Quantity.ofContracts(20)));
    }

    @Test
    void readsManyBooksAHundredAtATime() {
        answer(get(urlPathEqualTo(BASE + "/markets/orderbooks")), 200, "http_orderbooks.json");
        List<MarketTicker> tickers = new ArrayList<>();
        for (int market = 0; market < 101; market++) {
            tickers.add(new MarketTicker("KXBTCD-T" + market));
        }

        Map<MarketTicker, Book> books = rest.markets().books(tickers);

        assertThat(books)
                .containsOnly(Map.entry(
                        TICKER, new Book(List.of(new Level(Price.of("0.22"), Quantity.ofContracts(333))), List.of())));
        exchange.verify(2, getRequestedFor(urlPathEqualTo(BASE + "/markets/orderbooks")));
        exchange.verify(getRequestedFor(urlEqualTo(BASE + "/markets/orderbooks?tickers=KXBTCD-T100")));
    }

    @Test
    void readsTheFeeRuleOfASeries() {
        answer(get(BASE + "/series/KXBTCD"), 200, "http_series.json");

        FeeTerms fees = rest.markets().series(new SeriesTicker("KXBTCD")).fees();

        assertThat(fees).isEqualTo(new FeeTerms(Optional.of("quadratic"), Optional.of(BigDecimal.ONE)));
        FeeTerms eventFees = new FeeTerms(Optional.empty(), Optional.of(BigDecimal.ZERO));
        assertThat(eventFees.over(fees))
                .isEqualTo(new FeeTerms(Optional.of("quadratic"), Optional.of(BigDecimal.ZERO)));
    }

    @Test
    void readsTradesWithASecondToSpareAtBothEnds() {
        answer(get(urlPathEqualTo(BASE + "/markets/trades")), 200, "http_trades.json");
        BusinessTime since = BusinessTime.parse("2026-11-22T21:30:00Z");

        List<PublicTrade> trades = rest.markets().trades(TICKER, since, BusinessTime.parse("2026-11-22T21:31:00Z"));

        exchange.verify(
                getRequestedFor(
                        urlEqualTo(
                                BASE
                                        + "/markets/trades?ticker=KXBTCD-26NOV2217-T114999.99&limit=1000&min_ts=1795382999&max_ts=1795383061")));
        assertThat(trades)
                .containsExactly(new PublicTrade(
                        "d91bc706-ee49-470d-82d8-11418bda6fed",
                        TICKER,
                        Price.of("0.36"),
                        Quantity.ofContracts(136),
                        Optional.of(Side.NO),
                        false,
                        BusinessTime.parse("2026-11-22T21:30:01.25Z")));
    }

    private EventListing onlyEvent() {
        List<EventListing> events = rest.markets().events(new SeriesTicker("KXBTCD"), EventFilter.OPEN);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
