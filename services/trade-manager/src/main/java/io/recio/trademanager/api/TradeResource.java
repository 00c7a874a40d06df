package io.recio.trademanager.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Trades: look, open, close. */
@Path("/api/v1/trades")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class TradeResource {

    private static final String KEY = "Idempotency-Key";
    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 200;

    private final TradeQueries trades;
    private final RequestDesk desk;
    private final SecurityIdentity caller;

    TradeResource(TradeQueries trades, RequestDesk desk, SecurityIdentity caller) {
        this.trades = trades;
        this.desk = desk;
        this.caller = caller;
    }

    /** Trades, the newest first; {@code state} is active, ended or closed. */
    @GET
    public TradePage trades(
            @QueryParam("state") @Nullable String state,
            @QueryParam("before") @Nullable String before,
            @QueryParam("size") @Nullable String size) {
        if (state != null && !TradeQueries.STATES.containsKey(state)) {
            throw ApiProblem.field("state", "active, ended or closed", state);
        }
        return trades.page(state, before == null ? null : id("before", before), size(size));
    }

    /** One trade. */
    @GET
    @Path("/{tradeId}")
    public TradeView trade(@PathParam("tradeId") String tradeId) {
        return known(tradeId);
    }

    /** Opens a trade: the request that the screen would make, and its answer. */
    @POST
    @RolesAllowed(Roles.TRADER)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OpenTrade.class)))
    public RestResponse<RequestAnswer> open(String body, @HeaderParam(KEY) @Nullable String key) {
        return answer(desk.open(user(), checked(key), OpenTrade.read(body)));
    }

    /** Closes what is held of a trade. */
    @POST
    @Path("/{tradeId}/closure")
    @RolesAllowed(Roles.TRADER)
    public RestResponse<RequestAnswer> close(
            @PathParam("tradeId") String tradeId, @HeaderParam(KEY) @Nullable String key) {
        return answer(desk.close(user(), checked(key), known(tradeId)));
    }

    private String user() {
        return caller.getPrincipal().getName();
    }

    private TradeView known(String tradeId) {
        return trades.find(id("tradeId", tradeId)).orElseThrow(() -> ApiProblem.unknown("the id of a trade", tradeId));
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.field(field, "the id of a trade", text);
        }
    }

    private static int size(@Nullable String text) {
        if (text == null) {
            return DEFAULT_SIZE;
        }
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LARGEST_SIZE) {
            return Integer.parseInt(text);
        }
        throw ApiProblem.field("size", "1 to " + LARGEST_SIZE, text);
    }

    private static String checked(@Nullable String key) {
        if (key == null || !key.matches("[A-Za-z0-9\\-]{8,64}")) {
            throw ApiProblem.field(
                    KEY, "8 to 64 letters, digits or hyphens in this header", key == null ? "nothing" : key);
        }
        return key;
    }

    private static RestResponse<RequestAnswer> answer(RequestAnswer answer) {
        return answer.outcome().equals("waiting")
                ? RestResponse.status(RestResponse.Status.ACCEPTED, answer)
                : RestResponse.ok(answer);
    }
}
