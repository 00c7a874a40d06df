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
 * @param stableAfter a service well for so long begins its backoff anew
 * @param budgetWindow within which at most a third of all services is restarted
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
        Duration stableAfter,
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

    public DetectorPolicy {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        backoff = List.copyOf(backoff);
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
        if (stableAfter.compareTo(budgetWindow) < 0) {
            throw new IllegalArgumentException("stableAfter must be at least the budget's window " + budgetWindow
                    + ", or the budget would forget, was " + stableAfter);
        }
    }

    /** The documented services, with one price watchdog for each symbol. */
    public static DetectorPolicy standard(Collection<Symbol> symbols) {
        Set<String> prices = symbols.stream()
                .map(symbol -> "symbol-price-watchdog-" + symbol.lowerCase())
                .collect(Collectors.toSet());
        List<ServicePolicy> services = new ArrayList<>();
        prices.forEach(
                name -> services.add(ServicePolicy.of(name, Set.of(), Foundation.DATABASE, Foundation.COINBASE)));
        services.add(ServicePolicy.of("kalshi-api-watchdog", Set.of(), Foundation.DATABASE, Foundation.KALSHI));
        services.add(ServicePolicy.of("kalshi-account-sync", Set.of(), Foundation.DATABASE, Foundation.KALSHI));
        services.add(ServicePolicy.of(
                "unified-production-coordinator", with(prices, "kalshi-api-watchdog"), Foundation.DATABASE));
        services.add(ServicePolicy.of(
                "auto-entry-supervisor", Set.of("unified-production-coordinator"), Foundation.DATABASE));
        services.add(ServicePolicy.of("trade-manager", Set.of("kalshi-account-sync"), Foundation.DATABASE));
        services.add(ServicePolicy.of("trade-executor", Set.of(), Foundation.DATABASE, Foundation.KALSHI)
                .handlingOrders());
        services.add(ServicePolicy.of(
                        "active-trade-supervisor",
                        Set.of("unified-production-coordinator", "trade-manager"),
                        Foundation.DATABASE)
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
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                Duration.ofHours(4),
                Duration.ofSeconds(5));
    }

    /** How many services may be restarted within the budget's window: a third of all, at least one. */
    public int budget() {
        return Math.max(1, services.size() / 3);
    }

    private static Set<String> with(Set<String> names, String more) {
        Set<String> all = new TreeSet<>(names);
        all.add(more);
        return all;
    }
}
