package io.recio.trademanager.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What is held, by our count and by the exchange's. */
@Path("/api/v1/positions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class PositionResource {

    private final TradeQueries trades;

    PositionResource(TradeQueries trades) {
        this.trades = trades;
    }

    @GET
    public List<PositionView> positions() {
        return trades.positions();
    }
}
