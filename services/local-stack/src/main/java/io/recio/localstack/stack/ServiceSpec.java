package io.recio.localstack.stack;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One process of the house (DESIGN, section 2).
 *
 * @param name of the process: the service's own, with {@code -2} behind it for a standby
 * @param service on the architecture picture
 * @param module below {@code services/}
 * @param port its usual port
 * @param stage processes of a lower stage start first and stop last
 * @param grace how long it may take to stop
 * @param symbol for a price watchdog
 */
public record ServiceSpec(
        String name,
        String service,
        String module,
        int port,
        int stage,
        Duration grace,
        @Nullable String symbol) {

    /** Both exchanges of simulated mode. */
    public static final ServiceSpec SIMULATOR = new ServiceSpec(
            "exchange-simulator", "exchange-simulator", "exchange-simulator", 8100, 0, Duration.ofSeconds(5), null);

    /** The twelve services in order of dependence. */
    public static final List<ServiceSpec> SERVICES = List.of(
            watchdog("BTC", 8006),
            watchdog("ETH", 8008),
            of("kalshi-api-watchdog", 8005, 1, 5),
            of("kalshi-account-sync", 8004, 1, 5),
            of("unified-production-coordinator", 8010, 2, 5),
            of("trade-executor", 8001, 3, 10),
            of("trade-manager", 4000, 4, 10),
            of("active-trade-supervisor", 8007, 5, 5),
            of("auto-entry-supervisor", 8009, 5, 5),
            of("main-app", 3000, 6, 5),
            of("cascading-failure-detector", 8011, 7, 5),
            of("system-monitor", 8012, 7, 5));

    public static final String MAIN_APP = "main-app";
    public static final String DETECTOR = "cascading-failure-detector";
    public static final String MONITOR = "system-monitor";

    /** A standby's port is this much above the service's. */
    private static final int STANDBY_PORTS = 10_000;

    /** A second process of the service, which waits, warm, until the first has lost its lease. */
    ServiceSpec standby() {
        return new ServiceSpec(name + "-2", service, module, port + STANDBY_PORTS, stage, grace, symbol);
    }

    private static ServiceSpec of(String name, int port, int stage, int graceSeconds) {
        return new ServiceSpec(name, name, name, port, stage, Duration.ofSeconds(graceSeconds), null);
    }

    private static ServiceSpec watchdog(String symbol, int port) {
        String name = "symbol-price-watchdog-" + symbol.toLowerCase(Locale.ROOT);
        return new ServiceSpec(name, name, "symbol-price-watchdog", port, 1, Duration.ofSeconds(5), symbol);
    }
}
