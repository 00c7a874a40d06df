package io.recio.mainapp.account;

import io.recio.mainapp.rest.Page;
import io.recio.mainapp.rest.PageQuery;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account as the exchange reports it. */
@Path("/api/v1/account")
public class AccountResource {

    private final AccountRows rows;

    AccountResource(AccountRows rows) {
        this.rows = rows;
    }

    /** The balance of each shard. */
    @GET
    @Path("/balances")
    public List<BalanceView> balances() {
        return rows.balances();
    }

    /** Positions, those held first. */
    @GET
    @Path("/positions")
    public List<PositionView> positions() {
        return rows.positions();
    }

    /** Fills, the newest first. */
    @GET
    @Path("/fills")
    public Page<FillView> fills(@QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return rows.fills(PageQuery.of(page, size));
    }

    /** Settlements, the newest first. */
    @GET
    @Path("/settlements")
    public Page<SettlementView> settlements(
            @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return rows.settlements(PageQuery.of(page, size));
    }
}
