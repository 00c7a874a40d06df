package io.recio.mainapp.decision;

import io.recio.mainapp.rest.Page;
import io.recio.mainapp.rest.PageQuery;
import io.recio.mainapp.rest.QueryText;
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
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return rows.decisions(
                symbol, QueryText.choice("outcome", outcome, List.of("entry", "refused")), PageQuery.of(page, size));
    }

    /** The state of auto entry per symbol. */
    @GET
    @Path("/auto-entry-states")
    public List<AutoEntryView> states() {
        return rows.states();
    }
}
