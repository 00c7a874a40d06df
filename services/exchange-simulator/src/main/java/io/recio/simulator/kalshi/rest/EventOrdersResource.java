package io.recio.simulator.kalshi.rest;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.simulator.bench.LatencyLedger;
import io.recio.simulator.fault.Fault;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.kalshi.access.RateBudget;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.exchange.Floor;
import io.recio.simulator.kalshi.exchange.NewOrder;
import io.recio.simulator.kalshi.exchange.Outcome;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Creates, cancels, shrinks and amends orders. */
@KalshiApi
@Signed
@Path("/trade-api/v2/portfolio/events/orders")
class EventOrdersResource {

    private static final int DEFAULT_SHARD = 0;

    private final Exchange exchange;
    private final RateBudget budget;
    private final LatencyLedger latencies;
    private final Bodies bodies;

    @Inject
    EventOrdersResource(Exchange exchange, RateBudget budget, LatencyLedger latencies, Bodies bodies) {
        this.exchange = exchange;
        this.budget = budget;
        this.latencies = latencies;
        this.bodies = bodies;
    }

    @POST
    @ResponseStatus(201)
    public OrderAnswers.Created create(String body, @Context ContainerRequestContext request) {
        OrderRequests.Create wish = bodies.read(body, OrderRequests.Create.class);
        spend(budget.write(RateBudget.DEFAULT_COST, wish.shard()));
        NewOrder order = wish.order();
        if (!order.clientOrderId().isEmpty() && request.getProperty(Gate.ARRIVED) instanceof Long nanos) {
            latencies.orderReceived(new ClientOrderId(order.clientOrderId()), order.ticker(), nanos);
        }
        return exchange.locked(floor -> place(floor, order, mostFilled(request)));
    }

    @POST
    @Path("/batched")
    @ResponseStatus(201)
    public OrderAnswers.CreatedBatch createBatch(String body) {
        List<OrderRequests.Create> wishes = Optional.ofNullable(
                        bodies.read(body, OrderRequests.CreateBatch.class).orders())
                .orElse(List.of());
        spend(budget.unscopedWrite(RateBudget.DEFAULT_COST * Math.max(1, wishes.size())));
        return exchange.locked(floor -> new OrderAnswers.CreatedBatch(
                wishes.stream().map(wish -> createOne(floor, wish)).toList()));
    }

    @DELETE
    @Path("/batched")
    public OrderAnswers.CancelledBatch cancelBatch(String body) {
        List<OrderRequests.Cancel> wishes = Optional.ofNullable(
                        bodies.read(body, OrderRequests.CancelBatch.class).orders())
                .orElse(List.of());
        spend(budget.unscopedWrite(RateBudget.CANCEL_COST * Math.max(1, wishes.size())));
        return exchange.locked(floor -> new OrderAnswers.CancelledBatch(
                wishes.stream().map(wish -> cancelOne(floor, wish)).toList()));
    }

    @DELETE
    public void cancelAll() {
        spend(budget.write(RateBudget.CANCEL_COST, DEFAULT_SHARD));
        exchange.locked(floor -> floor.orders().cancelAll(floor.now()));
    }

    @DELETE
    @Path("/{id}")
    public OrderAnswers.Cancelled cancel(
            @RestPath String id,
            @QueryParam("market_ticker") @Nullable String ticker,
            @QueryParam("exchange_index") @Nullable Integer shard) {
        spend(budget.write(RateBudget.CANCEL_COST, billed(ticker, shard)));
        return exchange.locked(floor -> cancel(floor, id, ticker, shard));
    }

    @POST
    @Path("/{id}/decrease")
    public OrderAnswers.Decreased decrease(@RestPath String id, String body) {
        OrderRequests.Decrease wish = bodies.read(body, OrderRequests.Decrease.class);
        spend(budget.write(RateBudget.DEFAULT_COST, billed(wish.marketTicker(), wish.exchangeIndex())));
        Quantity by = wish.reduceBy() == null ? null : Params.count("reduce_by", wish.reduceBy());
        Quantity to = wish.reduceTo() == null ? null : Params.count("reduce_to", wish.reduceTo());
        return exchange.locked(floor -> {
            int shard = shard(floor, wish.marketTicker(), wish.exchangeIndex());
            Outcome outcome = floor.amendments().decrease(id, shard, by, to, floor.now());
            return OrderAnswers.Decreased.of(accepted(outcome).order(), floor.now());
        });
    }

    @POST
    @Path("/{id}/amend")
    public OrderAnswers.Created amend(@RestPath String id, String body) {
        OrderRequests.Amend wish = bodies.read(body, OrderRequests.Amend.class);
        spend(budget.write(RateBudget.DEFAULT_COST, billed(wish.ticker(), wish.exchangeIndex())));
        return exchange.locked(floor -> {
            int shard = shard(floor, wish.ticker(), wish.exchangeIndex());
            Outcome outcome = floor.amendments().amend(id, shard, wish.amendment(), floor.now());
            return OrderAnswers.Created.of(accepted(outcome), floor.now());
        });
    }

    private static OrderAnswers.Created place(Floor floor, NewOrder order, Optional<Quantity> mostFilled) {
        return OrderAnswers.Created.of(accepted(floor.orders().place(order, mostFilled, floor.now())), floor.now());
    }

    private static OrderAnswers.Created createOne(Floor floor, OrderRequests.Create wish) {
        try {
            return place(floor, wish.order(), Optional.empty());
        } catch (WireError e) {
            return OrderAnswers.Created.failed(wish.clientOrderId(), e.view());
        }
    }

    private static OrderAnswers.Cancelled cancelOne(Floor floor, OrderRequests.Cancel wish) {
        String id = String.valueOf(wish.orderId());
        try {
            return cancel(floor, id, wish.marketTicker(), wish.exchangeIndex());
        } catch (WireError e) {
            return OrderAnswers.Cancelled.failed(id, e.view());
        }
    }

    private static OrderAnswers.Cancelled cancel(
            Floor floor, String id, @Nullable String ticker, @Nullable Integer shard) {
        return switch (floor.orders().cancel(id, shard(floor, ticker, shard), floor.now())) {
            case Outcome.Cancelled cancelled -> OrderAnswers.Cancelled.of(cancelled, floor.now());
            case Outcome.Refused refused -> throw WireError.of(refused.refusal());
            case Outcome.Accepted accepted ->
                throw new IllegalStateException(
                        "Cancel of order " + accepted.order().id() + " did not cancel it");
        };
    }

    private static Outcome.Accepted accepted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Refused refused -> throw WireError.of(refused.refusal());
            case Outcome.Cancelled cancelled ->
                throw new IllegalStateException(
                        "Order " + cancelled.order().id() + " was cancelled where it should have been taken");
        };
    }

    /** The shard a call means: the one it names, the ticker's, or 0. */
    private static int shard(Floor floor, @Nullable String ticker, @Nullable Integer shard) {
        if (shard != null && shard != NewOrder.AUTO_ROUTE) {
            return shard;
        }
        if (ticker == null) {
            return DEFAULT_SHARD;
        }
        MarketTicker market = Params.market(ticker);
        return floor.orders().shardOf(market).orElseThrow(() -> WireError.notFound("market " + ticker));
    }

    private static int billed(@Nullable String ticker, @Nullable Integer shard) {
        if (shard != null) {
            return shard;
        }
        return ticker == null ? DEFAULT_SHARD : NewOrder.AUTO_ROUTE;
    }

    private static Optional<Quantity> mostFilled(ContainerRequestContext request) {
        return request.getProperty(Gate.FAULT) instanceof Fault struck && struck.kind() == FaultKind.PARTIAL_FILL
                ? Optional.of(new Quantity(struck.count()))
                : Optional.empty();
    }

    private static void spend(boolean held) {
        if (!held) {
            throw WireError.tooMany();
        }
    }
}
