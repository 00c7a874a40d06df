package io.recio.charttests;

import java.util.Map;
import java.util.TreeMap;

/** The twelve services and their ports as the architecture says. */
final class House {

    static final Map<String, Integer> PORTS = new TreeMap<>(Map.ofEntries(
            Map.entry("symbol-price-watchdog-btc", 8006),
            Map.entry("symbol-price-watchdog-eth", 8008),
            Map.entry("kalshi-api-watchdog", 8005),
            Map.entry("unified-production-coordinator", 8010),
            Map.entry("auto-entry-supervisor", 8009),
            Map.entry("trade-manager", 4000),
            Map.entry("trade-executor", 8001),
            Map.entry("active-trade-supervisor", 8007),
            Map.entry("kalshi-account-sync", 8004),
            Map.entry("main-app", 3000),
            Map.entry("cascading-failure-detector", 8011),
            Map.entry("system-monitor", 8012)));

    private House() {}
}
