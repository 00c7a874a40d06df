package io.recio.simulator.kalshi.rest;

import io.recio.simulator.kalshi.access.RateBudget;
import io.recio.simulator.kalshi.wire.Wire;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What the member may spend in calls, and what calls cost. */
@KalshiApi
@Path("/trade-api/v2/account")
class AccountResource {

    private static final String ORDERS = "/trade-api/v2/portfolio/events/orders";

    private final RateBudget budget;

    @Inject
    AccountResource(RateBudget budget) {
        this.budget = budget;
    }

    /** A bucket: tokens a second, and how many it holds. */
    @Wire
    record Bucket(int refillRate, int bucketCapacity) {}

    /** The member's buckets. */
    @Wire
    record Limits(String usageTier, Bucket read, Bucket write, List<String> grants) {}

    /** The cost of one call. */
    @Wire
    record Cost(String method, String path, int cost) {}

    /** The costs that differ from the usual one. */
    @Wire
    record Costs(int defaultCost, List<Cost> endpointCosts) {}

    @GET
    @Signed
    @Path("/limits")
    public Limits limits() {
        return new Limits(
                "basic",
                new Bucket(budget.readPerSecond(), budget.readCapacity()),
                new Bucket(budget.writePerSecond(), budget.writeCapacity()),
                List.of());
    }

    @GET
    @Path("/endpoint_costs")
    public Costs costs() {
        return new Costs(
                RateBudget.DEFAULT_COST,
                List.of(
                        new Cost("DELETE", ORDERS, RateBudget.CANCEL_COST),
                        new Cost("DELETE", ORDERS + "/{order_id}", RateBudget.CANCEL_COST),
                        new Cost("DELETE", ORDERS + "/batched", RateBudget.CANCEL_COST),
                        new Cost("GET", "/trade-api/v2/cfbenchmarks/values", RateBudget.INDEX_COST)));
    }
}
