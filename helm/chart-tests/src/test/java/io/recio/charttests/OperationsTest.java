package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Alerts, monitoring and disruptions. */
class OperationsTest {

    private static final Map<String, String> WITH_ALERTS = Map.of(
            "alerts.channels.pager.kind", "twilio",
            "alerts.channels.pager.least-severity", "critical",
            "alerts.channels.pager.secret-file", "/etc/recio/alert-secrets/twilio",
            "alerts.existingSecret", "recio-alerts",
            "alerts.runbooks", "https://wiki.example.com/runbooks",
            "alerts.mail.host", "mail.example.com",
            "alerts.mail.port", "587",
            "alerts.mail.from", "recio@example.com");

    private static final Map<String, String> WITH_MONITORING = Map.of(
            "monitoring.podMonitor", "true",
            "monitoring.prometheusRule", "true",
            "monitoring.dashboards", "true",
            "monitoring.labels.release", "prometheus",
            "alerts.runbooks", "https://wiki.example.com/runbooks");

    @Test
    void tellsNobodyUnlessAChannelIsNamed() {
        assertThat(Chart.rendered().names("ConfigMap")).doesNotContain("recio-system-monitor-alerts");
        assertThat(Chart.rendered().pod("system-monitor").environment()).doesNotContainKey("QUARKUS_CONFIG_LOCATIONS");
    }

    @Test
    void handsTheChannelsToTheSystemMonitorAndTheirSecretsAsFiles() {
        Chart chart = Chart.rendered(WITH_ALERTS);
        assertThat(chart.one("ConfigMap", "recio-system-monitor-alerts")
                        .at("/data/alerts.properties")
                        .asText()
                        .lines())
                .containsExactlyInAnyOrder(
                        "system-monitor.notification.channels.pager.kind=twilio",
                        "system-monitor.notification.channels.pager.least-severity=critical",
                        "system-monitor.notification.channels.pager.secret-file=/etc/recio/alert-secrets/twilio",
                        "system-monitor.notification.runbooks=https://wiki.example.com/runbooks",
                        "quarkus.mailer.host=mail.example.com",
                        "quarkus.mailer.port=587",
                        "quarkus.mailer.from=recio@example.com",
                        "quarkus.mailer.start-tls=REQUIRED");
        Pod monitor = chart.pod("system-monitor");
        assertThat(monitor.environment())
                .containsEntry("QUARKUS_CONFIG_LOCATIONS", "/etc/recio/alerts/alerts.properties");
        assertThat(monitor.mountedSecrets()).containsExactly("recio-alerts");
        assertThat(monitor.container().path("volumeMounts"))
                .extracting(mount -> mount.path("mountPath").asText())
                .contains("/etc/recio/alerts", "/etc/recio/alert-secrets");
    }

    @Test
    void refusesAChannelThatIsNone() {
        assertThatThrownBy(() -> Chart.rendered(Map.of("alerts.channels.pager.kind", "pigeon")))
                .hasMessageContaining("values don't meet the specifications of the schema");
        assertThatThrownBy(() -> Chart.rendered(Map.of("alerts.channels.pager.least-severity", "info")))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @Test
    void installsNothingForPrometheusUnlessAsked() {
        Chart chart = Chart.rendered();
        assertThat(chart.all("PodMonitor")).isEmpty();
        assertThat(chart.all("PrometheusRule")).isEmpty();
        assertThat(chart.names("ConfigMap")).doesNotContain("recio-dashboards");
    }

    @Test
    void letsPrometheusReadEveryService() {
        JsonNode monitor = Chart.rendered(WITH_MONITORING).one("PodMonitor", "recio");
        assertThat(monitor.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
        assertThat(monitor.at("/spec/podMetricsEndpoints/0/path").asText()).isEqualTo("/q/metrics");
        assertThat(monitor.at("/spec/selector/matchExpressions/0/values"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(House.PORTS.keySet());
    }

    @Test
    void leadsFromEachRuleToARunbookThatExists() {
        JsonNode rules =
                Chart.rendered(WITH_MONITORING).one("PrometheusRule", "recio").at("/spec/groups/0/rules");
        assertThat(rules).hasSize(5).allSatisfy(rule -> {
            String page = rule.at("/annotations/runbook").asText();
            assertThat(page).startsWith("https://wiki.example.com/runbooks/");
            assertThat(Chart.REPOSITORY
                            .resolve("services/system-monitor/runbooks")
                            .resolve(page.substring(page.lastIndexOf('/') + 1)))
                    .exists();
            assertThat(rule.path("expr").asText()).contains("namespace=\"trading\"");
        });
    }

    /** A panel of a metric that no service has would stay empty for ever. */
    @Test
    void drawsOnlyMetricsThatExist() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(Chart.rendered(WITH_MONITORING)
                        .one("ConfigMap", "recio-dashboards")
                        .at("/data/recio.json")
                        .asText());
        List<String> metrics = new ArrayList<>();
        dashboard.findValuesAsText("expr").forEach(expression -> Pattern.compile("[a-z]+(_[a-z]+)+(?=\\{)")
                .matcher(expression)
                .results()
                .forEach(found -> metrics.add(found.group())));
        String sources = sources();
        assertThat(metrics).hasSizeGreaterThan(8).allSatisfy(metric -> assertThat(metric.startsWith("process_")
                        || sources.contains(metric)
                        || sources.contains("PREFIX + \"" + metric.replace("cascading_failure_detector_", "")))
                .as(metric)
                .isTrue());
    }

    @Test
    void letsADrainTakeOneOfTwoInstancesAndAsksForNoMoreWithOne() {
        assertThat(Chart.rendered().all("PodDisruptionBudget")).isEmpty();
        Map<String, String> values = new HashMap<>(
                Map.of("services.trade-manager.replicas", "2", "services.symbol-price-watchdog.replicas", "2"));
        Chart old = Chart.rendered(values);
        assertThat(old.names("PodDisruptionBudget"))
                .containsExactly(
                        "recio-symbol-price-watchdog-btc", "recio-symbol-price-watchdog-eth", "recio-trade-manager");
        assertThat(old.one("PodDisruptionBudget", "recio-trade-manager")
                        .path("apiVersion")
                        .asText())
                .isEqualTo("policy/v1beta1");
        JsonNode budget = Chart.rendered(values, "1.31.0").one("PodDisruptionBudget", "recio-trade-manager");
        assertThat(budget.path("apiVersion").asText()).isEqualTo("policy/v1");
        assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1);
        assertThat(budget.at("/spec/selector/matchLabels/app.kubernetes.io~1component")
                        .asText())
                .isEqualTo("trade-manager");
    }

    @Test
    void keepsTwoInstancesApartWhenThereIsAnotherNode() {
        JsonNode spread = Chart.rendered().pod("trade-executor").spec().at("/topologySpreadConstraints/0");
        assertThat(spread.path("topologyKey").asText()).isEqualTo("kubernetes.io/hostname");
        assertThat(spread.path("whenUnsatisfiable").asText()).isEqualTo("ScheduleAnyway");
        assertThat(spread.at("/labelSelector/matchLabels/app.kubernetes.io~1component")
                        .asText())
                .isEqualTo("trade-executor");
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(Chart.REPOSITORY.resolve("services"))) {
            for (var file : files.filter(each ->
                            each.toString().endsWith(".java") && each.toString().contains("/src/main/"))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
