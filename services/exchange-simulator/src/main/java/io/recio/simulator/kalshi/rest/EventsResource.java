package io.recio.simulator.kalshi.rest;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketStatus;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.exchange.HourlyEvent;
import io.recio.simulator.kalshi.rest.EventView.SettlementSource;
import io.recio.simulator.kalshi.wire.Wire;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Events and their fee changes (there are none). */
@KalshiApi
@Path("/trade-api/v2/events")
class EventsResource {

    private static final int MOST = 200;

    private final Exchange exchange;

    @Inject
    EventsResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A page of events. */
    @Wire
    record Many(List<EventView> events, String cursor) {}

    /** One event; the markets stand in it when asked for, and beside it always. */
    @Wire
    record One(EventView event, List<MarketView> markets) {}

    /** What decorates an event. */
    @Wire
    record Metadata(String imageUrl, List<SettlementSource> settlementSources, List<String> marketDetails) {}

    /** No changes. */
    @Wire
    record FeeChanges(List<String> eventFeeChanges, String cursor) {}

    @GET
    public Many page(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("with_nested_markets") boolean withMarkets,
            @QueryParam("status") @Nullable String status,
            @QueryParam("series_ticker") @Nullable String series,
            @QueryParam("tickers") @Nullable String tickers,
            @QueryParam("min_close_ts") @Nullable Long minClose) {
        Set<MarketStatus> states = StatusFilter.states(status);
        Set<String> wanted = Params.list(tickers);
        int most = Params.limit(limit, 1, MOST, MOST);
        return exchange.locked(floor -> {
            Page<HourlyEvent> page = Page.of(
                    floor.markets().events().stream()
                            .filter(event -> states.contains(event.status()))
                            .filter(event -> Params.matches(
                                    series, event.series().ticker().value()))
                            .filter(event -> wanted.isEmpty()
                                    || wanted.contains(event.ticker().value()))
                            .filter(event -> Params.between(event.closesAt().epochSecond(), minClose, null)),
                    event -> event.ticker().value(),
                    most,
                    cursor);
            return new Many(page.map(event -> EventView.of(event, withMarkets)), page.cursor());
        });
    }

    @GET
    @Path("/fee_changes")
    public FeeChanges feeChanges() {
        return new FeeChanges(List.of(), "");
    }

    @GET
    @Path("/{event}")
    public One one(@RestPath String event, @QueryParam("with_nested_markets") boolean withMarkets) {
        EventTicker ticker = Params.event(event);
        return exchange.locked(floor -> floor.markets()
                .event(ticker)
                .map(found -> new One(
                        EventView.of(found, withMarkets),
                        found.markets().stream().map(MarketView::of).toList()))
                .orElseThrow(() -> WireError.notFound("event " + event)));
    }

    @GET
    @Path("/{event}/metadata")
    public Metadata metadata(@RestPath String event) {
        EventTicker ticker = Params.event(event);
        return exchange.locked(floor -> floor.markets()
                .event(ticker)
                .map(found -> new Metadata("", SettlementSource.CF_BENCHMARKS, List.of()))
                .orElseThrow(() -> WireError.notFound("event " + event)));
    }
}
