package io.recio.mainapp.decision;

import io.recio.mainapp.rest.Page;
import io.recio.mainapp.rest.PageQuery;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal of automatic decisions and where auto entry stands. */
@Path("/api/v1")
public class DecisionResource {

    private final DecisionRows rows;

    DecisionResource(DecisionRows rows) {
        this.rows = rows;
    }

    /** Decisions, the newest first. */
    @GET
    @Path("/decisions")
    public Page<DecisionView> decisions(
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("ticker") @Nullable String ticker,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return rows.decisions(DecisionQuery.of(symbol, outcome, reason, ticker, from, to), PageQuery.of(page, size));
    }

    /** The codes of all reasons there have been lately, for a filter, the most frequent first. */
    @GET
    @Path("/decision-reasons")
    public List<String> reasons() {
        return rows.reasons();
    }

    /** The state of auto entry per symbol. */
    @GET
    @Path("/auto-entry-states")
    public List<AutoEntryView> states() {
        return rows.states();
    }
}
