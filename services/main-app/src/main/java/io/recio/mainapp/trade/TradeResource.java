package io.recio.mainapp.trade;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.rest.Csv;
import io.recio.mainapp.rest.PageQuery;
import io.recio.mainapp.rest.ProblemException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Trades: look, open, close. */
@Path("/api/v1/trades")
@Produces(MediaType.APPLICATION_JSON)
public class TradeResource {

    private static final int LARGEST_EXPORT = 100_000;
    private static final String KEY = "Idempotency-Key";

    private final TradeRows rows;
    private final StatisticsRows statistics;
    private final TimelineRows timelines;
    private final TradeDesk desk;
    private final Caller caller;

    TradeResource(TradeRows rows, StatisticsRows statistics, TimelineRows timelines, TradeDesk desk, Caller caller) {
        this.rows = rows;
        this.statistics = statistics;
        this.timelines = timelines;
        this.desk = desk;
        this.caller = caller;
    }

    /** One page of trades, the newest first unless asked otherwise. */
    @GET
    public TradePage trades(
            @BeanParam TradeFilter filter,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return rows.page(filter.query(), PageQuery.of(page, size));
    }

    /** All trades that fit the filter, as CSV. */
    @GET
    @Path("/export")
    @Produces("text/csv")
    public RestResponse<String> export(@BeanParam TradeFilter filter) {
        return Csv.download("trades.csv", TradeCsv.write(rows.all(filter.query(), LARGEST_EXPORT)));
    }

    /** What the closed trades that fit the filter came to, in figures and curves. */
    @GET
    @Path("/statistics")
    public TradeStatistics statistics(@BeanParam TradeFilter filter) {
        return statistics.of(filter.query());
    }

    /** A trade with its events, orders and fills. */
    @GET
    @Path("/{tradeId}")
    public TradeDetail trade(@PathParam("tradeId") String tradeId) {
        return rows.detail(known(tradeId));
    }

    /** The story of a trade, the oldest moment first: decision, requests, events, orders, fills, settlement. */
    @GET
    @Path("/{tradeId}/timeline")
    public List<TimelineEntry> timeline(@PathParam("tradeId") String tradeId) {
        return timelines.of(known(tradeId).tradeId());
    }

    /** Opens a trade by hand: asks the trade manager and waits for its answer. */
    @POST
    @Access(Role.TRADER)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OpenTrade.Body.class)))
    public RestResponse<TradeAnswer> open(String body, @HeaderParam(KEY) @Nullable String key) {
        return answer(desk.open(caller.user(), checked(key), OpenTrade.read(body)));
    }

    /** Closes what is held of a trade. */
    @POST
    @Path("/{tradeId}/closure")
    @Access(Role.TRADER)
    public RestResponse<TradeAnswer> close(
            @PathParam("tradeId") String tradeId, @HeaderParam(KEY) @Nullable String key) {
        return answer(desk.close(caller.user(), checked(key), known(tradeId)));
    }

    /** Ends the attempts to close a trade: it stays open, and automatic stops leave it alone until it is closed by hand. */
    @DELETE
    @Path("/{tradeId}/closure")
    @Access(Role.TRADER)
    public RestResponse<TradeAnswer> stopClosing(
            @PathParam("tradeId") String tradeId, @HeaderParam(KEY) @Nullable String key) {
        return answer(desk.abandon(caller.user(), checked(key), known(tradeId)));
    }

    private TradeView known(String tradeId) {
        UUID id;
        try {
            id = UUID.fromString(tradeId);
        } catch (IllegalArgumentException e) {
            throw ProblemException.unknown("tradeId", "the id of a trade", tradeId);
        }
        return rows.find(id).orElseThrow(() -> ProblemException.unknown("tradeId", "the id of a trade", tradeId));
    }

    private static String checked(@Nullable String key) {
        if (key == null || !key.matches("[A-Za-z0-9\\-]{8,64}")) {
            throw ProblemException.field(
                    KEY, "8 to 64 letters, digits or hyphens in this header", key == null ? "nothing" : key);
        }
        return key;
    }

    private static RestResponse<TradeAnswer> answer(TradeAnswer answer) {
        return answer.outcome().equals("waiting")
                ? RestResponse.status(RestResponse.Status.ACCEPTED, answer)
                : RestResponse.ok(answer);
    }
}
