package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One workload per service, reached where the architecture says. */
class WorkloadTest {

    private final Chart chart = Chart.rendered();

    @Test
    void rendersAllTwelveServices() {
        assertThat(Chart.rendered(Chart.LIVE).names("Deployment"))
                .containsExactlyElementsOf(House.PORTS.keySet().stream()
                        .map(service -> "recio-" + service)
                        .toList());
    }

    @Test
    void addsTheSimulatorOnlyWhereItTakesPart() {
        assertThat(chart.names("Deployment")).hasSize(13).contains("recio-exchange-simulator");
        assertThat(Chart.rendered(Map.of("mode", "paper", "kalshi.existingSecret", "k"))
                        .names("Deployment"))
                .contains("recio-exchange-simulator");
        assertThat(Chart.rendered(Map.of("mode", "kalshi-demo", "kalshi.existingSecret", "k"))
                        .names("Deployment"))
                .doesNotContain("recio-exchange-simulator");
    }

    @Test
    void deploysOneWatchdogPerSymbol() {
        Chart three = Chart.rendered(Map.of(
                "symbols[0].name",
                "BTC",
                "symbols[0].port",
                "8006",
                "symbols[1].name",
                "ETH",
                "symbols[1].port",
                "8008",
                "symbols[2].name",
                "SOL",
                "symbols[2].port",
                "8013"));

        assertThat(three.pod("symbol-price-watchdog-sol").environment())
                .containsEntry("RECIO_SYMBOL", "SOL")
                .containsEntry("QUARKUS_HTTP_PORT", "8013")
                .containsEntry("RECIO_DATABASE_PASSWORD", "recio-database-symbol-price-watchdog/password");
        assertThat(three.pod("symbol-price-watchdog-sol")
                        .container()
                        .path("image")
                        .asText())
                .isEqualTo("recio/symbol-price-watchdog:0.1.0-SNAPSHOT");
    }

    @Test
    void listensWhereTheArchitectureSays() {
        House.PORTS.forEach((service, port) -> {
            assertThat(chart.pod(service).port()).as(service).isEqualTo(port);
            assertThat(chart.pod(service).environment()).containsEntry("QUARKUS_HTTP_PORT", Integer.toString(port));
            JsonNode address = chart.one("Service", "recio-" + service).at("/spec/ports/0");
            assertThat(address.path("port").asInt()).as(service).isEqualTo(port);
            assertThat(address.path("targetPort").asText()).isEqualTo("http");
        });
    }

    @Test
    void usesTheSamePortsAsTheServicesThemselves() throws IOException {
        for (String service : House.PORTS.keySet()) {
            if (!service.startsWith("symbol-price-watchdog")) {
                assertThat(properties(service))
                        .as(service)
                        .containsEntry("recio.service.name", service)
                        .containsEntry(
                                "quarkus.http.port",
                                Integer.toString(chart.pod(service).port()));
            }
        }
    }

    @Test
    void probesHealthOnThePortOfTheService() {
        House.PORTS.keySet().forEach(service -> {
            JsonNode container = chart.pod(service).container();
            assertThat(container.at("/ports/0/name").asText()).isEqualTo("http");
            Map.of("startupProbe", "started", "readinessProbe", "ready", "livenessProbe", "live")
                    .forEach((probe, check) -> {
                        JsonNode call = container.path(probe).path("httpGet");
                        assertThat(call.path("path").asText()).as(service).isEqualTo("/q/health/" + check);
                        assertThat(call.path("port").asText()).as(service).isEqualTo("http");
                    });
            assertThat(container.at("/startupProbe/failureThreshold").asInt()
                            * container.at("/startupProbe/periodSeconds").asInt())
                    .as("seconds %s may take to start", service)
                    .isEqualTo(180);
        });
    }

    @Test
    void selectsPodsByLabelsThatNeverChange() {
        House.PORTS.keySet().forEach(service -> {
            Map<String, String> stable = Map.of(
                    "app.kubernetes.io/name", "recio",
                    "app.kubernetes.io/instance", "recio",
                    "app.kubernetes.io/component", service);
            JsonNode deployment = chart.one("Deployment", "recio-" + service);
            assertThat(labels(deployment.at("/spec/selector/matchLabels"))).isEqualTo(stable);
            assertThat(labels(chart.one("Service", "recio-" + service).at("/spec/selector")))
                    .isEqualTo(stable);
            assertThat(labels(deployment.at("/spec/template/metadata/labels"))).containsAllEntriesOf(stable);
        });
    }

    @Test
    void bringsTheNewInstanceUpBeforeTheOldOneGoes() {
        JsonNode strategy = chart.one("Deployment", "recio-trade-executor").at("/spec/strategy/rollingUpdate");

        assertThat(strategy.path("maxSurge").asInt()).isEqualTo(1);
        assertThat(strategy.path("maxUnavailable").asInt()).isZero();
    }

    @Test
    void takesResourcesOfTheServiceBeforeTheCommonOnes() {
        assertThat(chart.pod("trade-manager")
                        .container()
                        .at("/resources/limits/memory")
                        .asText())
                .isEqualTo("320Mi");
        assertThat(chart.pod("unified-production-coordinator")
                        .container()
                        .at("/resources/limits/memory")
                        .asText())
                .isEqualTo("512Mi");
    }

    @Test
    void namesTwoReleasesApart() {
        assertThat(chart.all())
                .allSatisfy(object ->
                        assertThat(Chart.name(object)).matches("recio(-.+)?").hasSizeLessThanOrEqualTo(63));
    }

    private static Properties properties(String service) throws IOException {
        Path file = Chart.REPOSITORY.resolve("services/" + service + "/src/main/resources/application.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Map<String, String> labels(JsonNode node) {
        return node.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .asText()));
    }
}
