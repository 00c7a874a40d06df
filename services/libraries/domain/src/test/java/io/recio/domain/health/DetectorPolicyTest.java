package io.recio.domain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DetectorPolicyTest {

    private static final DetectorPolicy STANDARD = Deployment.POLICY;

    @Test
    void watchesTheTwelveServices() {
        assertThat(STANDARD.services().keySet())
                .extracting(ServiceName::value)
                .containsExactly(
                        "active-trade-supervisor",
                        "auto-entry-supervisor",
                        "cascading-failure-detector",
                        "kalshi-account-sync",
                        "kalshi-api-watchdog",
                        "main-app",
                        "symbol-price-watchdog-btc",
                        "symbol-price-watchdog-eth",
                        "system-monitor",
                        "trade-executor",
                        "trade-manager",
                        "unified-production-coordinator");
        assertThat(STANDARD.budget()).isEqualTo(4);
        assertThat(STANDARD.backoff())
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(8),
                        Duration.ofMinutes(15));
    }

    @Test
    void marksTheSixCriticalServicesOfTheComponentDocumentAndTheAccountSync() {
        assertThat(STANDARD.services().values().stream()
                        .filter(ServicePolicy::critical)
                        .map(ServicePolicy::name))
                .extracting(ServiceName::value)
                .containsExactly(
                        "active-trade-supervisor",
                        "kalshi-account-sync",
                        "symbol-price-watchdog-btc",
                        "symbol-price-watchdog-eth",
                        "trade-executor",
                        "trade-manager",
                        "unified-production-coordinator");
    }

    @Test
    void refusesABudgetAboveAThird() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(2, ServicePolicy.of("a", Set.of()), ServicePolicy.of("b", Set.of())))
                .withMessage("budget must be 1 to 1, a third of the services, was 2");
    }

    @Test
    void guardsOnlyExecutorAndSupervisorForTheirOrders() {
        assertThat(STANDARD.services().values().stream()
                        .filter(ServicePolicy::handlesOrders)
                        .map(ServicePolicy::name))
                .extracting(ServiceName::value)
                .containsExactly("active-trade-supervisor", "trade-executor");
    }

    @Test
    void findsAllThatAServiceRestsOn() {
        DependencyGraph graph = new DependencyGraph(STANDARD.services());
        assertThat(graph.dependenciesOf(new ServiceName("active-trade-supervisor")))
                .extracting(ServiceName::value)
                .containsExactly(
                        "kalshi-account-sync",
                        "kalshi-api-watchdog",
                        "symbol-price-watchdog-btc",
                        "symbol-price-watchdog-eth",
                        "trade-manager",
                        "unified-production-coordinator");
        assertThat(graph.foundationsOf(new ServiceName("auto-entry-supervisor")))
                .containsExactlyInAnyOrder(Foundation.values());
        assertThat(graph.foundationsOf(new ServiceName("main-app")))
                .containsExactly(Foundation.DATABASE, Foundation.RUNTIME);
    }

    @Test
    void refusesCirclesAndUnknownDependencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(ServicePolicy.of("a", Set.of("b")), ServicePolicy.of("b", Set.of("a"))))
                .withMessage("services must not depend on themselves, found a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(ServicePolicy.of("a", Set.of("b"))))
                .withMessage("dependencies of a must be watched services, found b");
    }

    private static DetectorPolicy policy(ServicePolicy... services) {
        return policy(1, services);
    }

    private static DetectorPolicy policy(int budget, ServicePolicy... services) {
        TreeMap<ServiceName, ServicePolicy> named = new TreeMap<>();
        Arrays.stream(services).forEach(service -> named.put(service.name(), service));
        Duration minute = Duration.ofMinutes(1);
        return new DetectorPolicy(
                named,
                minute,
                minute,
                minute,
                minute,
                List.of(minute),
                List.of(Rung.INSTANCE),
                minute,
                budget,
                minute,
                minute,
                minute);
    }
}
