package io.recio.mainapp.account;

import io.recio.mainapp.rest.Csv;
import io.recio.mainapp.rest.Page;
import io.recio.mainapp.rest.PageQuery;
import io.recio.mainapp.rest.QueryText;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The account's orders and the course of its balance; everything of the account as CSV. */
@Path("/api/v1/account")
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {

    private static final int LARGEST_EXPORT = 100_000;
    private static final int LONGEST_HISTORY_HOURS = 24 * 90;
    private static final int DEFAULT_HISTORY_HOURS = 24;

    private final OrderRows rows;
    private final AccountRows account;

    OrderResource(OrderRows rows, AccountRows account) {
        this.rows = rows;
        this.account = account;
    }

    /** Orders, the newest first. */
    @GET
    @Path("/orders")
    public Page<OrderEntry> orders(
            @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return rows.page(PageQuery.of(page, size));
    }

    /** What happened to an order, the first event first. */
    @GET
    @Path("/orders/{orderId}/events")
    public List<OrderStep> steps(@PathParam("orderId") String orderId) {
        return rows.steps(orderId);
    }

    /** The balance of each shard over the last hours, 1 to 2160, 24 unless asked otherwise. */
    @GET
    @Path("/balance-history")
    public List<BalancePoint> balances(@QueryParam("hours") @Nullable String hours) {
        return rows.balances(QueryText.whole("hours", hours, 1, LONGEST_HISTORY_HOURS, DEFAULT_HISTORY_HOURS));
    }

    @GET
    @Path("/orders/export")
    @Produces("text/csv")
    public RestResponse<String> exportOrders() {
        return Csv.download("orders.csv", Csv.write(AccountCsv.ORDERS, rows.newest(LARGEST_EXPORT, 0)));
    }

    @GET
    @Path("/fills/export")
    @Produces("text/csv")
    public RestResponse<String> exportFills() {
        return Csv.download(
                "fills.csv",
                Csv.write(
                        AccountCsv.FILLS,
                        account.fills(new PageQuery(0, LARGEST_EXPORT)).items()));
    }

    @GET
    @Path("/settlements/export")
    @Produces("text/csv")
    public RestResponse<String> exportSettlements() {
        return Csv.download(
                "settlements.csv",
                Csv.write(
                        AccountCsv.SETTLEMENTS,
                        account.settlements(new PageQuery(0, LARGEST_EXPORT)).items()));
    }
}
