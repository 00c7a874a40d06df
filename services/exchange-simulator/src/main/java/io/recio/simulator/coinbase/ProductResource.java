package io.recio.simulator.coinbase;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.coinbase.RestViews.Message;
import io.recio.simulator.coinbase.RestViews.TickerView;
import io.recio.simulator.coinbase.RestViews.TradeView;
import io.recio.simulator.instrument.Instrument;
import io.recio.simulator.instrument.Instruments;
import io.recio.simulator.price.Bar;
import io.recio.simulator.price.PricePath;
import io.recio.simulator.price.Trade;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Candles, trades and ticker of a product, never showing what lies ahead of the business clock. */
@Path("/coinbase/products/{product}")
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {

    private final Instruments instruments;
    private final PricePath path;
    private final Feed feed;
    private final BusinessClock clock;
    private final ObjectWriter json;

    @Inject
    ProductResource(Instruments instruments, PricePath path, Feed feed, BusinessClock clock, ObjectMapper json) {
        this.instruments = instruments;
        this.path = path;
        this.feed = feed;
        this.clock = clock;
        this.json = json.writer().with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    /** Newest first, at most 300, no row for an interval without a trade. */
    @GET
    @Path("/candles")
    public Response candles(
            @PathParam("product") String product,
            @QueryParam("start") @Nullable String start,
            @QueryParam("end") @Nullable String end,
            @QueryParam("granularity") @Nullable String granularity,
            @Context RoutingContext request) {
        Instrument instrument = instrument(product);
        BusinessTime now = clock.now();
        CandleQuery query = CandleQuery.of(start, end, granularity, now);
        BusinessTime until = query.last().plus(query.granularity());
        List<Bar> bars =
                path.bars(instrument.symbol(), query.first(), until.isAfter(now) ? now : until, query.granularity());
        List<BigDecimal[]> rows =
                bars.reversed().stream().map(RestViews::candle).toList();
        return Response.ok(body(rows, request)).build();
    }

    /** Newest first; CB-BEFORE names the first row's page towards now, CB-AFTER the next older page. */
    @GET
    @Path("/trades")
    public Response trades(
            @PathParam("product") String product,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("after") @Nullable Long after,
            @Context RoutingContext request) {
        Instrument instrument = instrument(product);
        Trade newest = path.lastTrade(instrument.symbol(), clock.now());
        List<Trade> page = new TradePage(limit, before, after).of(path, instrument.symbol(), newest.id());
        Response.ResponseBuilder answer =
                Response.ok(body(page.stream().map(TradeView::of).toList(), request));
        if (!page.isEmpty()) {
            answer.header("CB-BEFORE", page.getFirst().id());
            answer.header("CB-AFTER", page.getLast().id());
        }
        return answer.build();
    }

    @GET
    @Path("/ticker")
    public Response ticker(@PathParam("product") String product, @Context RoutingContext request) {
        Instrument instrument = instrument(product);
        BusinessTime now = clock.now();
        Trade last = path.lastTrade(instrument.symbol(), now);
        return Response.ok(body(
                        TickerView.of(
                                last, feed.figures(instrument.symbol(), now).dayVolume()),
                        request))
                .build();
    }

    @ServerExceptionMapper
    Response refused(IllegalArgumentException fault) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(new Message(fault.getMessage()))
                .build();
    }

    @ServerExceptionMapper
    Response unknown(UnknownProduct fault) {
        return Response.status(Response.Status.NOT_FOUND)
                .entity(new Message("NotFound"))
                .build();
    }

    static final class UnknownProduct extends RuntimeException {}

    private Instrument instrument(String product) {
        return instruments.byProduct(product).orElseThrow(UnknownProduct::new);
    }

    private String body(Object content, RoutingContext request) {
        try {
            String whole = json.writeValueAsString(content);
            boolean truncated = request.get(RestGate.TRUNCATED, false);
            return truncated ? whole.substring(0, whole.length() / 2) : whole;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
