package io.recio.failuredetector.observation;

import io.recio.domain.health.Foundation;
import io.recio.domain.health.InstanceObservation.Role;
import io.recio.domain.health.ServiceName;
import io.recio.failuredetector.DetectorConfig;
import io.recio.failuredetector.runtime.DeployedServices;
import io.recio.failuredetector.runtime.RunningInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which foundations are down, and how we know. Database and runtime are up only if they answer. An exchange is down only on
 * evidence: a service that has fallen silent about it is itself the suspect, and must stay restartable.
 *
 * <ul>
 *   <li>Kalshi: the API watchdog said lately that it cannot be reached, or that no shard is active.
 *   <li>Coinbase: at least two price watchdogs answer, and all that answer hear nothing. One alone is no evidence.
 * </ul>
 */
final class Foundations {

    static final String PRICE_WATCHDOG = "symbol-price-watchdog-";

    /** The price watchdog's figure for the newest message of the feed. */
    private static final String FEED_FIGURE = "tick";

    private static final int VOICES = 2;

    private final DetectorConfig config;

    Foundations(DetectorConfig config) {
        this.config = config;
    }

    /**
     * @param database absent when it does not answer
     * @param services absent when the runtime does not answer
     * @param answers by instance
     */
    SortedMap<Foundation, String> down(
            Optional<DatabaseReading> database,
            Optional<DeployedServices> services,
            Map<String, HealthAnswer> answers) {
        SortedMap<Foundation, String> down = new TreeMap<>();
        if (services.isEmpty()) {
            down.put(Foundation.RUNTIME, "does not answer");
        }
        if (database.isEmpty()) {
            down.put(Foundation.DATABASE, "does not answer");
        }
        database.map(DatabaseReading::commit)
                .filter(commit -> commit.compareTo(config.commitLimit()) > 0)
                .ifPresent(commit -> down.put(Foundation.DATABASE, "commit took " + commit.toMillis() + " ms"));
        database.flatMap(DatabaseReading::kalshi)
                .filter(word -> word.age().compareTo(config.exchangeWordLimit()) <= 0)
                .flatMap(Foundations::complaint)
                .ifPresent(complaint -> down.put(Foundation.KALSHI, complaint));
        List<Boolean> feeds = feeds(services.map(DeployedServices::running).orElse(List.of()), answers);
        if (feeds.size() >= VOICES && !feeds.contains(true)) {
            down.put(Foundation.COINBASE, "all " + feeds.size() + " price watchdogs hear nothing");
        }
        return down;
    }

    private static Optional<String> complaint(DatabaseReading.ExchangeWord word) {
        if (!word.reachable()) {
            return Optional.of("the API watchdog cannot reach it");
        }
        return word.active() ? Optional.empty() : Optional.of("no shard is active");
    }

    /** Whether each active price watchdog that answers hears its feed. */
    private static List<Boolean> feeds(List<RunningInstance> running, Map<String, HealthAnswer> answers) {
        List<Boolean> feeds = new ArrayList<>();
        for (RunningInstance instance : running) {
            HealthAnswer answer = answers.get(instance.instance());
            if (isPriceWatchdog(instance.service()) && answer != null && answer.role() == Role.ACTIVE) {
                Boolean hears = answer.figures().get(FEED_FIGURE);
                if (hears != null) {
                    feeds.add(hears);
                }
            }
        }
        return feeds;
    }

    static boolean isPriceWatchdog(ServiceName service) {
        return service.value().startsWith(PRICE_WATCHDOG);
    }
}
