package io.recio.simulator.kalshi.rest;

import io.recio.domain.market.MarketTicker;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.exchange.SeriesSpec;
import io.recio.simulator.kalshi.wire.Wire;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Series, their fee changes (there are none) and the candles of their markets. */
@KalshiApi
@Path("/trade-api/v2/series")
class SeriesResource {

    private static final int MINUTE = 1;

    private final Exchange exchange;

    @Inject
    SeriesResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /** One series. */
    @Wire
    record One(SeriesView series) {}

    /** All series. */
    @Wire
    record Many(List<SeriesView> series) {}

    /** No changes. */
    @Wire
    record FeeChanges(List<String> seriesFeeChangeArr) {}

    @GET
    public Many all(@QueryParam("category") @Nullable String category) {
        return exchange.locked(floor -> new Many(floor.markets().series().stream()
                .map(SeriesView::of)
                .filter(view -> Params.matches(category, view.category()))
                .toList()));
    }

    @GET
    @Path("/fee_changes")
    public FeeChanges feeChanges() {
        return new FeeChanges(List.of());
    }

    @GET
    @Path("/{series}")
    public One one(@RestPath String series) {
        return exchange.locked(floor -> floor.markets().series().stream()
                .filter(spec -> spec.ticker().value().equals(series))
                .findFirst()
                .map(SeriesResource::answer)
                .orElseThrow(() -> WireError.notFound("series " + series)));
    }

    /** Minutes only: longer periods need a longer history than a simulated market has. */
    @GET
    @Path("/{series}/markets/{ticker}/candlesticks")
    public CandleView.Many candles(
            @RestPath String series,
            @RestPath String ticker,
            @QueryParam("start_ts") @Nullable Long start,
            @QueryParam("end_ts") @Nullable Long end,
            @QueryParam("period_interval") @Nullable Integer minutes) {
        if (start == null || end == null || minutes == null || minutes != MINUTE) {
            throw WireError.invalid("start_ts, end_ts and period_interval=1 must be given");
        }
        MarketTicker market = Params.market(ticker);
        return exchange.locked(floor -> floor.markets()
                .find(market)
                .map(found -> new CandleView.Many(ticker, CandleView.of(found, start, end)))
                .orElseThrow(() -> WireError.notFound("market " + ticker)));
    }

    private static One answer(SeriesSpec spec) {
        return new One(SeriesView.of(spec));
    }
}
