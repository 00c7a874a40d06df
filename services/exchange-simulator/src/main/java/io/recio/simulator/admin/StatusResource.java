package io.recio.simulator.admin;

import io.quarkus.websockets.next.OpenConnections;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.simulator.SimulatorConfig;
import io.recio.simulator.admin.StatusView.SymbolView;
import io.recio.simulator.clock.ClockSpeed;
import io.recio.simulator.fault.Faults;
import io.recio.simulator.instrument.Instrument;
import io.recio.simulator.instrument.Instruments;
import io.recio.simulator.price.PricePath;
import io.recio.simulator.price.Trade;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells the time, the prices, who is connected and what has gone wrong on purpose. */
@Path("/admin/status")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

    private final SimulatorConfig config;
    private final ClockSpeed speed;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final Instruments instruments;
    private final PricePath path;
    private final Faults faults;
    private final OpenConnections connections;

    @Inject
    StatusResource(
            SimulatorConfig config,
            ClockSpeed speed,
            BusinessClock clock,
            SystemClock systemClock,
            Instruments instruments,
            PricePath path,
            Faults faults,
            OpenConnections connections) {
        this.config = config;
        this.speed = speed;
        this.clock = clock;
        this.systemClock = systemClock;
        this.instruments = instruments;
        this.path = path;
        this.faults = faults;
        this.connections = connections;
    }

    @GET
    public StatusView status() {
        BusinessTime now = clock.now();
        return new StatusView(
                now.toString(),
                systemClock.now().toString(),
                speed.factor(),
                config.prices(),
                config.seed(),
                instruments.all().stream()
                        .map(instrument -> symbol(instrument, now))
                        .toList(),
                clients(),
                injected());
    }

    private SymbolView symbol(Instrument instrument, BusinessTime now) {
        Trade last = path.lastTrade(instrument.symbol(), now);
        return new SymbolView(
                instrument.symbol().value(),
                instrument.product(),
                last.price().toString(),
                path.indexAt(instrument.symbol(), now).toString(),
                last.id(),
                path.isRecorded(instrument.symbol(), now));
    }

    private Map<String, Long> clients() {
        return connections.stream()
                .collect(Collectors.groupingBy(
                        connection -> connection.handshakeRequest().path(), TreeMap::new, Collectors.counting()));
    }

    private Map<String, Long> injected() {
        Map<String, Long> counts = new TreeMap<>();
        faults.injected().forEach((kind, count) -> counts.put(kind.label(), count));
        return counts;
    }
}
