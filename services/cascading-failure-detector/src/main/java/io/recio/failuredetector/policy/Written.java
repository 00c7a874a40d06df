package io.recio.failuredetector.policy;

import io.recio.domain.health.DetectorPolicy;
import io.recio.domain.health.ServiceName;
import io.recio.domain.price.Symbol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A specification understood.
 *
 * @param policy for the symbols there are
 * @param figures that count, by service; none named means all
 */
record Written(
        long generation,
        boolean dryRun,
        Function<List<Symbol>, DetectorPolicy> policy,
        Map<ServiceName, Set<String>> figures) {

    Written {
        figures = Map.copyOf(figures);
    }
}
