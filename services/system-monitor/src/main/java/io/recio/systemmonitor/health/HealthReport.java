package io.recio.systemmonitor.health;

import io.recio.domain.time.SystemTime;
import io.recio.systemmonitor.duplicate.Duplicate;
import io.recio.systemmonitor.service.ServiceHealth;
import java.util.List;
import java.util.Optional;

/** One look, as it is stored. */
record HealthReport(
        SystemTime at,
        List<ServiceHealth> services,
        ResourceFigures resources,
        DatabaseFigures database,
        NetworkFigures network,
        List<Duplicate> duplicates) {

    /** Stored in small letters. */
    enum Status {
        HEALTHY,
        DEGRADED,
        CRITICAL
    }

    Status status() {
        if (criticalFailure().isPresent()) {
            return Status.CRITICAL;
        }
        boolean well = services.stream().allMatch(service -> service.state() == ServiceHealth.State.HEALTHY)
                && duplicates.isEmpty()
                && network.kalshi().map(NetworkFigures.Kalshi::reachable).orElse(true);
        return well ? Status.HEALTHY : Status.DEGRADED;
    }

    /** What keeps trading from going on, in words. */
    Optional<String> criticalFailure() {
        return services.stream()
                .filter(ServiceHealth::isCriticalFailure)
                .map(service -> service.service() + ": " + service.reason())
                .reduce((one, other) -> one + "; " + other);
    }
}
