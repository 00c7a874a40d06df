package io.recio.simulator.kalshi.rest;

import io.recio.simulator.kalshi.exchange.AccountOrder;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.wire.Wire;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The member's orders, to look at. Changing them this way is a thing of the past and answers 410. */
@KalshiApi
@Signed
@Path("/trade-api/v2/portfolio/orders")
class OrdersResource {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final Exchange exchange;

    @Inject
    OrdersResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Where an order stands in its queue. */
    @Wire
    record QueuePosition(String queuePositionFp) {}

    @GET
    public OrderView.Many orders(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("ticker") @Nullable String ticker,
            @QueryParam("event_ticker") @Nullable String events,
            @QueryParam("status") @Nullable String status,
            @QueryParam("min_ts") @Nullable Long minTs,
            @QueryParam("max_ts") @Nullable Long maxTs,
            @QueryParam("exchange_index") @Nullable Integer shard) {
        int most = Params.limit(limit, 1, MOST, USUAL);
        Set<String> wantedEvents = Params.list(events);
        return exchange.locked(floor -> {
            Stream<AccountOrder> newestFirst = floor.account().orders().stream()
                    .sorted(Comparator.comparingLong(AccountOrder::number).reversed());
            Page<AccountOrder> page = Page.of(
                    newestFirst
                            .filter(order -> Params.matches(
                                    ticker, order.market().ticker().value()))
                            .filter(order -> wantedEvents.isEmpty()
                                    || wantedEvents.contains(
                                            order.market().event().ticker().value()))
                            .filter(order -> Params.matches(status, OrderView.status(order)))
                            .filter(order -> shard == null
                                    || order.market().event().series().exchangeIndex() == shard)
                            .filter(order -> Params.between(order.createdAt().epochSecond(), minTs, maxTs)),
                    order -> Long.toString(order.number()),
                    most,
                    cursor);
            return new OrderView.Many(page.map(OrderView::of), page.cursor());
        });
    }

    @GET
    @Path("/{id}")
    public OrderView.One order(@RestPath String id) {
        return exchange.locked(floor -> floor.account()
                .order(id)
                .map(order -> new OrderView.One(OrderView.of(order)))
                .orElseThrow(() -> WireError.notFound("order " + id)));
    }

    @GET
    @Path("/{id}/queue_position")
    public QueuePosition queuePosition(@RestPath String id) {
        return exchange.locked(floor -> floor.account()
                .order(id)
                .filter(AccountOrder::isResting)
                .map(order -> new QueuePosition(order.market().ahead(order).toString()))
                .orElseThrow(() -> WireError.notFound("order " + id)));
    }

    @POST
    public void createTheOldWay() {
        throw gone();
    }

    @POST
    @Path("/{rest:.+}")
    public void changeTheOldWay() {
        throw gone();
    }

    @DELETE
    @Path("/{rest:.+}")
    public void cancelTheOldWay() {
        throw gone();
    }

    private static WireError gone() {
        return new WireError(
                410,
                "deprecated_v1_order_endpoint",
                "Please switch to the V2 endpoints",
                "https://docs.kalshi.com/api-reference/orders/create-order-v2");
    }
}
