package io.recio.simulator.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.domain.money.Decimals;
import io.recio.domain.price.SpotPrice;
import io.recio.simulator.bench.TickSent;
import io.recio.simulator.coinbase.Feed;
import io.recio.simulator.instrument.Instrument;
import io.recio.simulator.instrument.Instruments;
import io.recio.simulator.price.Trade;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Prints a trade now, at a price of the operator's choice; the market goes on from there. */
@Path("/admin/ticks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TickResource {

    private static final String USUAL_SIZE = "0.01";

    private final Feed feed;
    private final Instruments instruments;
    private final RequestReader reader;

    @Inject
    TickResource(Feed feed, Instruments instruments, ObjectMapper json) {
        this.feed = feed;
        this.instruments = instruments;
        this.reader = new RequestReader(json);
    }

    @POST
    public Response inject(String body) {
        TickRequest request = reader.read(body, TickRequest.class);
        Instrument instrument = instruments
                .byProduct(String.valueOf(request.product()))
                .orElseThrow(() -> new IllegalArgumentException("product must be one of "
                        + instruments.all().stream().map(Instrument::product).toList() + ", was '"
                        + request.product() + "'"));
        if (request.price() == null) {
            throw new IllegalArgumentException("price must be given in dollars, was missing");
        }
        long size = Decimals.parse("size", request.size() == null ? USUAL_SIZE : request.size(), Trade.SIZE_SCALE);
        if (size <= 0) {
            throw new IllegalArgumentException("size must be positive, was " + request.size());
        }
        TickSent tick = feed.inject(instrument, SpotPrice.of(request.price()), size);
        return Response.status(Response.Status.CREATED)
                .entity(TickView.of(tick))
                .build();
    }

    @ServerExceptionMapper
    Response refused(IllegalArgumentException fault) {
        return Problem.badRequest(fault.getMessage());
    }

    /**
     * @param price dollars
     * @param size base currency, absent 0.01
     */
    @RegisterForReflection
    record TickRequest(
            @Nullable String product,
            @Nullable String price,
            @Nullable String size) {}
}
