package io.recio.simulator.kalshi.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.domain.money.Money;
import io.recio.simulator.kalshi.access.RateBudget;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.exchange.Transfer;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Money between shards; amounts go in as hundredths of a cent. */
@KalshiApi
@Signed
@Path("/trade-api/v2/portfolio")
class TransfersResource {

    private static final String INSTANCE = "event_contract";
    private static final long UNITS_PER_CENTICENT = 100;
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final Exchange exchange;
    private final RateBudget budget;
    private final Bodies bodies;

    @Inject
    TransfersResource(Exchange exchange, RateBudget budget, Bodies bodies) {
        this.exchange = exchange;
        this.budget = budget;
        this.bodies = bodies;
    }

    /** What to move; shards are 0 when not named. */
    @Wire
    @RegisterForReflection
    record Request(
            @Nullable String source,
            @Nullable String destination,
            long amount,
            int sourceExchangeShard,
            int destinationExchangeShard,
            @Nullable String clientTransferId) {}

    /** It was moved. */
    @Wire
    record Created(String transferId) {}

    /** What was moved. */
    @Wire
    record View(
            String transferId,
            String source,
            String destination,
            int sourceExchangeShard,
            int destinationExchangeShard,
            String amount,
            String status,
            long createdTs) {

        static View of(Transfer transfer) {
            return new View(
                    transfer.id(),
                    INSTANCE,
                    INSTANCE,
                    transfer.fromShard(),
                    transfer.toShard(),
                    WireText.dollars(transfer.amount()),
                    "complete",
                    transfer.at().epochSecond());
        }
    }

    /** One transfer. */
    @Wire
    record One(View transfer) {}

    /** A page of transfers. */
    @Wire
    record Many(List<View> transfers, String cursor) {}

    @POST
    @Path("/intra_exchange_instance_transfer")
    public Created transfer(String body) {
        Request wish = bodies.read(body, Request.class);
        if (!INSTANCE.equals(wish.source()) || !INSTANCE.equals(wish.destination())) {
            throw WireError.invalid("source and destination must be event_contract");
        }
        if (!budget.write(RateBudget.DEFAULT_COST, 0)) {
            throw WireError.tooMany();
        }
        Money amount = new Money(Math.multiplyExact(wish.amount(), UNITS_PER_CENTICENT));
        return exchange.locked(floor -> {
            Optional<String> id = Optional.ofNullable(wish.clientTransferId());
            boolean known = id.isPresent()
                    && floor.account().transfers().stream()
                            .anyMatch(transfer -> transfer.id().equals(id.get()));
            if (!known) {
                floor.cash()
                        .transferRefusal(wish.sourceExchangeShard(), wish.destinationExchangeShard(), amount)
                        .ifPresent(refusal -> {
                            throw WireError.of(refusal);
                        });
            }
            Transfer transfer = floor.cash()
                    .transfer(id, wish.sourceExchangeShard(), wish.destinationExchangeShard(), amount, floor.now());
            return new Created(transfer.id());
        });
    }

    @GET
    @Path("/intra_exchange_instance_transfers")
    public Many page(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Params.limit(limit, 1, MOST, USUAL);
        return exchange.locked(floor -> {
            Page<Transfer> page = Page.of(floor.account().transfers().reversed().stream(), Transfer::id, most, cursor);
            return new Many(page.map(View::of), page.cursor());
        });
    }

    @GET
    @Path("/intra_exchange_instance_transfers/{id}")
    public One one(@RestPath String id) {
        return exchange.locked(floor -> floor.account().transfers().stream()
                .filter(transfer -> transfer.id().equals(id))
                .findFirst()
                .map(transfer -> new One(View.of(transfer)))
                .orElseThrow(() -> WireError.notFound("transfer " + id)));
    }
}
