package io.recio.simulator.kalshi.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.domain.money.Quantity;
import io.recio.simulator.kalshi.access.RateBudget;
import io.recio.simulator.kalshi.exchange.AccountOrder;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.exchange.Floor;
import io.recio.simulator.kalshi.exchange.OrderGroup;
import io.recio.simulator.kalshi.wire.Wire;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Order groups; each lives on one shard, 0 when none is named. */
@KalshiApi
@Signed
@Path("/trade-api/v2/portfolio/order_groups")
class OrderGroupsResource {

    private static final Quantity MOST = Quantity.ofContracts(1_000_000);

    private final Exchange exchange;
    private final RateBudget budget;
    private final Bodies bodies;

    @Inject
    OrderGroupsResource(Exchange exchange, RateBudget budget, Bodies bodies) {
        this.exchange = exchange;
        this.budget = budget;
        this.bodies = bodies;
    }

    /** The limit of a group, as a whole number or as a string. */
    @Wire
    @RegisterForReflection
    record Limit(
            @Nullable Long contractsLimit,
            @Nullable String contractsLimitFp,
            @Nullable Integer exchangeIndex) {

        Quantity quantity() {
            Quantity limit = contractsLimitFp != null
                    ? Params.count("contracts_limit_fp", contractsLimitFp)
                    : Quantity.ofContracts(contractsLimit == null ? 0 : Math.max(0, contractsLimit));
            boolean twice = contractsLimit != null && contractsLimitFp != null;
            if (twice && !limit.equals(Quantity.ofContracts(contractsLimit))) {
                throw WireError.invalid("contracts_limit and contracts_limit_fp must match");
            }
            if (limit.compareTo(Quantity.ofContracts(1)) < 0 || limit.compareTo(MOST) > 0) {
                throw WireError.invalid("contracts_limit must be 1 to 1000000, was " + limit);
            }
            return limit;
        }
    }

    /** A group was made. */
    @Wire
    record Created(String orderGroupId, int subaccount, int exchangeIndex) {}

    /** A group in the list; auto cancel is off once it is triggered. */
    @Wire
    record Listed(String id, String contractsLimitFp, boolean isAutoCancelEnabled, int exchangeIndex) {

        static Listed of(OrderGroup group) {
            return new Listed(group.id(), group.limit().toString(), !group.isTriggered(), group.exchangeIndex());
        }
    }

    /** All groups. */
    @Wire
    record Many(List<Listed> orderGroups) {}

    /** One group with its resting orders. */
    @Wire
    record One(boolean isAutoCancelEnabled, String contractsLimitFp, List<String> orders, int exchangeIndex) {}

    /** Nothing to say. */
    @Wire
    record Done() {}

    @GET
    public Many all() {
        return exchange.locked(
                floor -> new Many(floor.groups().all().stream().map(Listed::of).toList()));
    }

    @POST
    @Path("/create")
    @ResponseStatus(201)
    public Created create(String body) {
        Limit wish = bodies.read(body, Limit.class);
        Quantity limit = wish.quantity();
        int shard = wish.exchangeIndex() == null ? 0 : wish.exchangeIndex();
        spend(shard);
        return exchange.locked(floor -> {
            OrderGroup group = floor.groupDesk().create(shard, limit, floor.now());
            return new Created(group.id(), 0, shard);
        });
    }

    @GET
    @Path("/{id}")
    public One one(@RestPath String id) {
        return exchange.locked(floor -> {
            OrderGroup group = floor.groups().find(id).orElseThrow(() -> WireError.notFound("order group " + id));
            List<String> orders = floor.groupDesk().orders(group).stream()
                    .map(AccountOrder::id)
                    .toList();
            return new One(!group.isTriggered(), group.limit().toString(), orders, group.exchangeIndex());
        });
    }

    @DELETE
    @Path("/{id}")
    public Done delete(@RestPath String id, @QueryParam("exchange_index") @Nullable Integer shard) {
        return with(id, shard, (floor, group) -> floor.groupDesk().delete(group, floor.now()));
    }

    @PUT
    @Path("/{id}/reset")
    public Done reset(@RestPath String id, @QueryParam("exchange_index") @Nullable Integer shard) {
        return with(id, shard, (floor, group) -> floor.groupDesk().reset(group, floor.now()));
    }

    @PUT
    @Path("/{id}/trigger")
    public Done trigger(@RestPath String id, @QueryParam("exchange_index") @Nullable Integer shard) {
        return with(id, shard, (floor, group) -> floor.groupDesk().trigger(group, floor.now()));
    }

    @PUT
    @Path("/{id}/limit")
    public Done limit(@RestPath String id, @QueryParam("exchange_index") @Nullable Integer shard, String body) {
        Quantity limit = bodies.read(body, Limit.class).quantity();
        return with(id, shard, (floor, group) -> floor.groupDesk().limit(group, limit, floor.now()));
    }

    private Done with(String id, @Nullable Integer shard, BiConsumer<Floor, OrderGroup> work) {
        int index = shard == null ? 0 : shard;
        spend(index);
        return exchange.locked(floor -> {
            OrderGroup group = floor.groups()
                    .find(id)
                    .filter(found -> found.exchangeIndex() == index)
                    .orElseThrow(() -> WireError.notFound("order group " + id + " on exchange index " + index));
            work.accept(floor, group);
            return new Done();
        });
    }

    private void spend(int shard) {
        if (!budget.write(RateBudget.DEFAULT_COST, shard)) {
            throw WireError.tooMany();
        }
    }
}
