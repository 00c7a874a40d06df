package io.recio.simulator.kalshi.rest;

import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.exchange.Floor;
import io.recio.simulator.kalshi.exchange.HourlyEvent;
import io.recio.simulator.kalshi.exchange.HourlyMarket;
import io.recio.simulator.kalshi.exchange.PublicTrade;
import io.recio.simulator.kalshi.wire.Wire;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Markets, their books, trades and candles. */
@KalshiApi
@Path("/trade-api/v2/markets")
class MarketsResource {

    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final int MOST_BOOKS = 100;
    private static final int DEEPEST = 100;

    private final Exchange exchange;

    @Inject
    MarketsResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A page of markets. */
    @Wire
    record Many(List<MarketView> markets, String cursor) {}

    /** One market. */
    @Wire
    record One(MarketView market) {}

    /** What to list; the families of timestamps exclude each other. */
    record Filter(
            @QueryParam("event_ticker") @Nullable String events,
            @QueryParam("series_ticker") @Nullable String series,
            @QueryParam("tickers") @Nullable String tickers,
            @QueryParam("status") @Nullable String status,
            @QueryParam("min_created_ts") @Nullable Long minCreated,
            @QueryParam("max_created_ts") @Nullable Long maxCreated,
            @QueryParam("min_close_ts") @Nullable Long minClose,
            @QueryParam("max_close_ts") @Nullable Long maxClose,
            @QueryParam("min_settled_ts") @Nullable Long minSettled,
            @QueryParam("max_settled_ts") @Nullable Long maxSettled) {

        void check() {
            int families = family(minCreated, maxCreated) + family(minClose, maxClose) + family(minSettled, maxSettled);
            if (families > 1) {
                throw WireError.invalid("created, close and settled timestamps exclude each other");
            }
        }

        private static int family(@Nullable Long least, @Nullable Long most) {
            return least == null && most == null ? 0 : 1;
        }

        boolean takes(HourlyMarket market, Set<MarketStatus> states, Set<String> eventTickers, Set<String> names) {
            HourlyEvent event = market.event();
            boolean settles = minSettled == null && maxSettled == null
                    || event.status() == MarketStatus.FINALIZED
                            && Params.between(event.settlesAt().epochSecond(), minSettled, maxSettled);
            return states.contains(market.status())
                    && (eventTickers.isEmpty()
                            || eventTickers.contains(event.ticker().value()))
                    && Params.matches(series, event.series().ticker().value())
                    && (names.isEmpty() || names.contains(market.ticker().value()))
                    && Params.between(event.createdAt().epochSecond(), minCreated, maxCreated)
                    && Params.between(event.closesAt().epochSecond(), minClose, maxClose)
                    && settles;
        }
    }

    @GET
    public Many page(
            @BeanParam Filter filter,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        filter.check();
        Set<MarketStatus> states = StatusFilter.states(filter.status());
        Set<String> events = Params.list(filter.events());
        Set<String> names = Params.list(filter.tickers());
        int most = Params.limit(limit, 0, MOST, USUAL);
        return exchange.locked(floor -> {
            Page<HourlyMarket> page = Page.of(
                    floor.markets().all().filter(market -> filter.takes(market, states, events, names)),
                    market -> market.ticker().value(),
                    most,
                    cursor);
            return new Many(page.map(MarketView::of), page.cursor());
        });
    }

    @GET
    @Path("/{ticker}")
    public One one(@RestPath String ticker) {
        MarketTicker name = Params.market(ticker);
        return exchange.locked(floor -> new One(MarketView.of(find(floor, name))));
    }

    @GET
    @Path("/{ticker}/orderbook")
    public BookView.One book(@RestPath String ticker, @QueryParam("depth") @Nullable Integer depth) {
        MarketTicker name = Params.market(ticker);
        int levels = depth == null ? 0 : depth;
        if (levels < 0 || levels > DEEPEST) {
            throw WireError.invalid("depth must be 0 to 100, was " + levels);
        }
        return exchange.locked(floor -> new BookView.One(BookView.of(find(floor, name), levels)));
    }

    @GET
    @Signed
    @Path("/orderbooks")
    public BookView.Many books(@QueryParam("tickers") List<String> tickers) {
        if (tickers.isEmpty() || tickers.size() > MOST_BOOKS) {
            throw WireError.invalid("tickers must be 1 to 100, were " + tickers.size());
        }
        List<MarketTicker> names = tickers.stream().map(Params::market).toList();
        return exchange.locked(floor -> new BookView.Many(names.stream()
                .map(name -> new BookView.Named(name.value(), BookView.of(find(floor, name), 0)))
                .toList()));
    }

    @GET
    @Path("/trades")
    public TradeView.Many trades(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("ticker") @Nullable String ticker,
            @QueryParam("min_ts") @Nullable Long minTs,
            @QueryParam("max_ts") @Nullable Long maxTs) {
        int most = Params.limit(limit, 0, MOST, USUAL);
        return exchange.locked(floor -> {
            Page<PublicTrade> page = Page.of(
                    floor.tape()
                            .newestFirst()
                            .filter(trade ->
                                    Params.matches(ticker, trade.ticker().value()))
                            .filter(trade -> Params.between(trade.at().epochSecond(), minTs, maxTs)),
                    trade -> Long.toString(trade.number()),
                    most,
                    cursor);
            return new TradeView.Many(page.map(TradeView::of), page.cursor());
        });
    }

    @GET
    @Path("/candlesticks")
    public CandleView.Batch candles(
            @QueryParam("market_tickers") @Nullable String tickers,
            @QueryParam("start_ts") @Nullable Long start,
            @QueryParam("end_ts") @Nullable Long end) {
        Set<String> names = Params.list(tickers);
        if (names.isEmpty() || names.size() > MOST_BOOKS || start == null || end == null) {
            throw WireError.invalid("1 to 100 market_tickers, start_ts and end_ts must be given");
        }
        return exchange.locked(floor -> new CandleView.Batch(names.stream()
                .map(Params::market)
                .map(name -> new CandleView.Named(name.value(), CandleView.of(find(floor, name), start, end)))
                .toList()));
    }

    private static HourlyMarket find(Floor floor, MarketTicker ticker) {
        return floor.markets().find(ticker).orElseThrow(() -> WireError.notFound("market " + ticker));
    }
}
