package io.recio.failuredetector.observation;

import io.recio.domain.health.Foundation;
import io.recio.domain.health.Observed;
import io.recio.domain.health.ServiceName;
import io.recio.domain.price.Symbol;
import io.recio.failuredetector.runtime.DeployedServices;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One look.
 *
 * @param down the foundations that are, and how we know
 * @param services absent when the runtime does not answer
 * @param lateFigures of services that say so
 * @param leaseHolders by service; empty while the database is away
 */
public record Look(
        Observed observed,
        SortedMap<Foundation, String> down,
        Optional<DeployedServices> services,
        SortedMap<ServiceName, List<String>> lateFigures,
        Map<ServiceName, String> leaseHolders) {

    public boolean isDatabaseUp() {
        return !down.containsKey(Foundation.DATABASE);
    }

    /** The symbols with a price watchdog; absent when unknown. */
    public Optional<List<Symbol>> symbols() {
        return services.map(deployed -> deployed.services().stream()
                .filter(Foundations::isPriceWatchdog)
                .map(service -> Symbol.of(service.value()
                        .substring(Foundations.PRICE_WATCHDOG.length())
                        .toUpperCase(Locale.ROOT)))
                .toList());
    }
}
