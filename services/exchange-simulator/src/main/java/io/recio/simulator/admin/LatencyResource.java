package io.recio.simulator.admin;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.domain.time.SystemClock;
import io.recio.simulator.bench.LatencyLedger;
import io.recio.simulator.bench.OrderReceived;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** Shows when injected ticks went out and when orders arrived, all on one monotonic clock. */
@Path("/admin/latencies")
@Produces(MediaType.APPLICATION_JSON)
public class LatencyResource {

    private final LatencyLedger ledger;
    private final SystemClock clock;

    @Inject
    LatencyResource(LatencyLedger ledger, SystemClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @GET
    public Latencies all() {
        return new Latencies(
                clock.nanos(),
                clock.now().instant(),
                ledger.ticks().stream().map(TickView::of).toList(),
                ledger.orders().stream().map(OrderView::of).toList());
    }

    @DELETE
    public void clear() {
        ledger.clear();
    }

    /**
     * @param nanosNow monotonic clock at this answer
     * @param now the same moment by the clock that other processes share
     */
    @RegisterForReflection
    record Latencies(long nanosNow, Instant now, List<TickView> ticks, List<OrderView> orders) {}

    /** @param nanos monotonic clock of the simulator's process when it was received */
    @RegisterForReflection
    record OrderView(String clientOrderId, String ticker, long nanos) {

        static OrderView of(OrderReceived order) {
            return new OrderView(order.order().value(), order.market().value(), order.nanos());
        }
    }
}
