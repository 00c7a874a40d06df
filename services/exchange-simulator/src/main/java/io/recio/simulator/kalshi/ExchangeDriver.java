package io.recio.simulator.kalshi;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.stream.StreamHub;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Lets the exchange live on while nobody calls it. */
@ApplicationScoped
class ExchangeDriver {

    private static final Logger LOG = Logger.getLogger(ExchangeDriver.class);
    private static final long PERIOD_MILLIS = 5;

    private final Exchange exchange;
    private final StreamHub hub;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kalshi").factory());

    @Inject
    ExchangeDriver(Exchange exchange, StreamHub hub) {
        this.exchange = exchange;
        this.hub = hub;
    }

    void start(@Observes StartupEvent event) {
        String series = exchange.locked(floor -> floor.markets().series().stream()
                .map(spec -> spec.ticker().value())
                .toList()
                .toString());
        LOG.infof("Kalshi exchange is open series=%s", series);
        thread.scheduleWithFixedDelay(this::advance, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void advance() {
        try {
            exchange.locked(floor -> {
                hub.tend();
                return null;
            });
        } catch (RuntimeException e) {
            LOG.error("Kalshi exchange failed to advance", e);
        }
    }
}
