package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reaches whom once the network enforces the policies. */
class FlowTest {

    private static final Flows SIMULATED = new Flows(Chart.rendered(Map.of("migrations.hook", "false")));
    private static final Flows LAPTOP =
            new Flows(Chart.rendered(Chart.LAPTOP), Chart.hooks(Chart.LAPTOP), Chart.helmTest(Chart.LAPTOP));
    private static final Flows LIVE = new Flows(live());
    private static final Flows PROVIDER = new Flows(Chart.rendered(Chart.PROVIDER));

    @ParameterizedTest(name = "{0} to {1}:{2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            trade-executor             | database           | 5432 | allowed
            database-migrator          | database           | 5432 | allowed
            trade-executor             | database           | 5433 | denied
            exchange-simulator         | database           | 5432 | denied
            main-app                   | name-service       | 53   | allowed
            main-app                   | trade-manager      | 4000 | denied
            auto-entry-supervisor      | trade-executor     | 8001 | denied
            trade-executor             | exchange-simulator | 8100 | allowed
            symbol-price-watchdog-btc  | exchange-simulator | 8100 | allowed
            main-app                   | exchange-simulator | 8100 | denied
            trade-manager              | exchange-simulator | 8100 | denied
            cascading-failure-detector | trade-manager      | 4000 | allowed
            system-monitor             | main-app           | 3000 | allowed
            system-monitor             | trade-executor     | 8001 | allowed
            cascading-failure-detector | api-server         | 443  | allowed
            cascading-failure-detector | api-server         | 6443 | allowed
            trade-executor             | api-server         | 443  | denied
            main-app                   | api-server         | 6443 | denied
            stranger                   | main-app           | 3000 | denied
            stranger                   | trade-manager      | 4000 | denied
            trade-executor             | internet           | 443  | denied
            main-app                   | internet           | 443  | denied
            """)
    void inASimulatedInstallation(String from, String to, int port, String expected) {
        assertThat(SIMULATED.isAllowed(from, to, port)).isEqualTo(expected.equals("allowed"));
    }

    @ParameterizedTest(name = "{0} to {1}:{2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            trade-executor             | internet      | 443  | allowed
            kalshi-account-sync        | internet      | 443  | allowed
            symbol-price-watchdog-eth  | internet      | 443  | allowed
            trade-executor             | internet      | 80   | denied
            trade-executor             | neighbour     | 443  | denied
            trade-executor             | metadata      | 443  | denied
            auto-entry-supervisor      | internet      | 443  | denied
            unified-production-coordinator | internet  | 443  | denied
            main-app                   | internet      | 443  | denied
            system-monitor             | internet      | 443  | allowed
            system-monitor             | neighbour     | 443  | denied
            system-monitor             | internet      | 587  | allowed
            stranger                   | main-app      | 3000 | allowed
            stranger                   | trade-manager | 4000 | denied
            """)
    void inALiveInstallationWithIngressAndAlerts(String from, String to, int port, String expected) {
        assertThat(LIVE.isAllowed(from, to, port)).isEqualTo(expected.equals("allowed"));
    }

    @ParameterizedTest(name = "{0} to {1}:{2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            trade-executor             | postgresql         | 5432 | allowed
            main-app                   | postgresql         | 5432 | allowed
            database-migrator          | postgresql         | 5432 | allowed
            exchange-simulator         | postgresql         | 5432 | denied
            secret-maker               | postgresql         | 5432 | denied
            stranger                   | postgresql         | 5432 | denied
            trade-executor             | database           | 5432 | denied
            postgresql                 | trade-executor     | 8001 | denied
            postgresql                 | internet           | 443  | denied
            secret-maker               | api-server         | 443  | allowed
            database-migrator          | api-server         | 443  | denied
            release-check              | postgresql         | 5432 | allowed
            release-check              | main-app           | 3000 | allowed
            release-check              | trade-manager      | 4000 | denied
            release-check              | api-server         | 443  | denied
            """)
    void withADatabaseOfItsOwn(String from, String to, int port, String expected) {
        assertThat(LAPTOP.isAllowed(from, to, port)).isEqualTo(expected.equals("allowed"));
    }

    @ParameterizedTest(name = "{0} to {1}:{2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            main-app                   | internet           | 8443 | allowed
            main-app                   | internet           | 443  | denied
            main-app                   | neighbour          | 8443 | denied
            main-app                   | metadata           | 8443 | denied
            trade-manager              | internet           | 8443 | denied
            stranger                   | main-app           | 3000 | denied
            """)
    void withAnIdentityProvider(String from, String to, int port, String expected) {
        assertThat(PROVIDER.isAllowed(from, to, port)).isEqualTo(expected.equals("allowed"));
    }

    @Test
    void reachesAProviderOfTheClusterWhereTheValuesSaySo() {
        Map<String, String> values = new HashMap<>(Chart.PROVIDER);
        values.put("networkPolicy.oidcTo[0].ipBlock.cidr", "10.1.2.0/24");
        Flows flows = new Flows(Chart.rendered(values));
        assertThat(flows.isAllowed("main-app", "neighbour", 8443)).isTrue();
        assertThat(flows.isAllowed("main-app", "internet", 8443)).isFalse();
        assertThat(flows.isAllowed("trade-manager", "neighbour", 8443)).isFalse();
    }

    @Test
    void noServiceSpeaksToAnotherButTheWatchers() {
        List<String> watchers = List.of("cascading-failure-detector", "system-monitor");
        House.PORTS.keySet().stream()
                .filter(from -> !watchers.contains(from))
                .forEach(from -> House.PORTS.forEach((to, port) -> assertThat(SIMULATED.isAllowed(from, to, port))
                        .as(from + " to " + to)
                        .isFalse()));
    }

    private static Chart live() {
        Map<String, String> values = new HashMap<>(Chart.LIVE);
        values.putAll(Map.of(
                "ingress.enabled", "true",
                "ingress.tlsSecret", "recio-tls",
                "alerts.channels.mail.kind", "email",
                "alerts.mail.host", "mail.example.com",
                "alerts.mail.port", "587",
                "alerts.mail.from", "recio@example.com"));
        return Chart.rendered(values);
    }
}
