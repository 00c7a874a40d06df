package io.recio.domain.health;

import io.recio.domain.price.Symbol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the detector behaves; every number is a setting.
 *
 * @param heartbeatLimit a heartbeat older than this is missed
 * @param patience how long a service must be unwell, and its work counter stand still, before it is restarted
 * @param startGrace how long a new instance may take to its first result
 * @param settle how long dependents get to recover by themselves once what they depend on is well again
 * @param backoff the wait before each restart of one service, the first without any; after the last it is left alone
 * @param ladder what each restart of one service takes in, the last rung again and again
 * @param stableAfter a service well for so long begins its backoff anew
 * @param budget how many services may be restarted within the budget's window: a third of all at most
 * @param budgetWindow slides
 * @param systemRestartEvery the least time between two restarts of everything
 * @param interval the longest time until the next look
 */
public record DetectorPolicy(
        SortedMap<ServiceName, ServicePolicy> services,
        Duration heartbeatLimit,
        Duration patience,
        Duration startGrace,
        Duration settle,
        List<Duration> backoff,
        List<Rung> ladder,
        Duration stableAfter,
        int budget,
        Duration budgetWindow,
        Duration systemRestartEvery,
        Duration interval) {

    private static final List<Duration> BACKOFF = List.of(
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8),
            Duration.ofMinutes(15));

    private static final List<Rung> LADDER = List.of(Rung.INSTANCE, Rung.INSTANCE, Rung.SERVICE);

    public DetectorPolicy {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        backoff = List.copyOf(backoff);
        ladder = List.copyOf(ladder);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("services must name at least one, was empty");
        }
        for (ServicePolicy service : services.values()) {
            for (ServiceName dependency : service.dependsOn()) {
                if (!services.containsKey(dependency)) {
                    throw new IllegalArgumentException(
                            "dependencies of " + service.name() + " must be watched services, found " + dependency);
                }
            }
        }
        DependencyGraph.requireAcyclic(services);
        if (backoff.isEmpty()) {
            throw new IllegalArgumentException("backoff must allow at least one restart, was empty");
        }
        if (ladder.isEmpty()) {
            throw new IllegalArgumentException("ladder must have at least one rung, was empty");
        }
        if (budget < 1 || budget > third(services.size())) {
            throw new IllegalArgumentException(
                    "budget must be 1 to " + third(services.size()) + ", a third of the services, was " + budget);
        }
        if (stableAfter.compareTo(budgetWindow) < 0) {
            throw new IllegalArgumentException("stableAfter must be at least the budget's window " + budgetWindow
                    + ", or the budget would forget, was " + stableAfter);
        }
    }

    /**
     * The documented services, with one price watchdog for each symbol. Critical are the component document's six and the
     * account sync, without which nobody knows what is held.
     */
    public static DetectorPolicy standard(Collection<Symbol> symbols) {
        Set<String> prices = symbols.stream()
                .map(symbol -> "symbol-price-watchdog-" + symbol.lowerCase())
                .collect(Collectors.toSet());
        List<ServicePolicy> services = new ArrayList<>();
        prices.forEach(name -> services.add(ServicePolicy.of(name, Set.of(), Foundation.DATABASE, Foundation.COINBASE)
                .whichIsCritical()));
        services.add(ServicePolicy.of("kalshi-api-watchdog", Set.of(), Foundation.DATABASE, Foundation.KALSHI));
        services.add(ServicePolicy.of("kalshi-account-sync", Set.of(), Foundation.DATABASE, Foundation.KALSHI)
                .whichIsCritical());
        services.add(ServicePolicy.of(
                        "unified-production-coordinator", with(prices, "kalshi-api-watchdog"), Foundation.DATABASE)
                .whichIsCritical());
        services.add(ServicePolicy.of(
                "auto-entry-supervisor", Set.of("unified-production-coordinator"), Foundation.DATABASE));
        services.add(ServicePolicy.of("trade-manager", Set.of("kalshi-account-sync"), Foundation.DATABASE)
                .whichIsCritical());
        services.add(ServicePolicy.of("trade-executor", Set.of(), Foundation.DATABASE, Foundation.KALSHI)
                .whichIsCritical()
                .handlingOrders());
        services.add(ServicePolicy.of(
                        "active-trade-supervisor",
                        Set.of("unified-production-coordinator", "trade-manager"),
                        Foundation.DATABASE)
                .whichIsCritical()
                .handlingOrders());
        services.add(ServicePolicy.of("main-app", Set.of(), Foundation.DATABASE));
        services.add(ServicePolicy.of("system-monitor", Set.of(), Foundation.DATABASE));
        services.add(ServicePolicy.of("cascading-failure-detector", Set.of()).neverRestarted());
        return new DetectorPolicy(
                new TreeMap<>(services.stream().collect(Collectors.toMap(ServicePolicy::name, service -> service))),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                BACKOFF,
                LADDER,
                Duration.ofMinutes(10),
                third(services.size()),
                Duration.ofMinutes(10),
                Duration.ofHours(4),
                Duration.ofSeconds(5));
    }

    /** The next restart of a service that was restarted so often already. */
    Rung rung(int restarts) {
        return ladder.get(Math.min(restarts, ladder.size() - 1));
    }

    private static int third(int services) {
        return Math.max(1, services / 3);
    }

    private static Set<String> with(Set<String> names, String more) {
        Set<String> all = new TreeSet<>(names);
        all.add(more);
        return all;
    }
}
