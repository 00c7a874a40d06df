package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the failure detector may do in the cluster, and what it is told. */
class DetectorTest {

    private static final String DETECTOR = "recio-cascading-failure-detector";

    private final Chart chart = Chart.rendered();

    @Test
    void mayDoWhatItNeedsInItsNamespaceAndNothingElse() {
        assertThat(rules()).isEqualTo(needed());
        assertThat(chart.all("ClusterRole")).isEmpty();
        assertThat(chart.all("ClusterRoleBinding")).isEmpty();
        assertThat(chart.names("Role")).containsExactly(DETECTOR);
    }

    @Test
    void bindsItsRoleToItsOwnAccountAlone() {
        JsonNode binding = chart.one("RoleBinding", DETECTOR);
        assertThat(binding.at("/roleRef/name").asText()).isEqualTo(DETECTOR);
        assertThat(binding.path("subjects")).hasSize(1).first().satisfies(subject -> {
            assertThat(subject.path("kind").asText()).isEqualTo("ServiceAccount");
            assertThat(subject.path("name").asText()).isEqualTo(DETECTOR);
            assertThat(subject.path("namespace").asText()).isEqualTo("trading");
        });
    }

    @Test
    void rollsTheDeploymentsOfThisReleaseOnlyWhateverItsSymbols() {
        Chart sol = Chart.rendered(Map.of("symbols[0].name", "SOL", "symbols[0].port", "8013"));
        assertThat(sol.one("Role", DETECTOR).at("/rules/2/resourceNames"))
                .extracting(JsonNode::asText)
                .contains("recio-symbol-price-watchdog-sol", "recio-trade-executor")
                .doesNotContain("recio-symbol-price-watchdog-btc", "recio-exchange-simulator");
    }

    @Test
    void followsThePolicyOfTheValues() {
        JsonNode standard = chart.one("CascadePolicy", "recio");
        assertThat(standard.path("apiVersion").asText()).isEqualTo("rec.io/v1alpha1");
        assertThat(standard.path("spec").toString()).isEqualTo("{\"dryRun\":false}");
        JsonNode own = Chart.rendered(Map.of(
                        "detector.dryRun", "true",
                        "detector.policy.thresholds.patience", "20s",
                        "detector.policy.ladder.steps[0]", "Service"))
                .one("CascadePolicy", "recio")
                .path("spec");
        assertThat(own.path("dryRun").asBoolean()).isTrue();
        assertThat(own.at("/thresholds/patience").asText()).isEqualTo("20s");
        assertThat(own.at("/ladder/steps/0").asText()).isEqualTo("Service");
    }

    @ParameterizedTest
    @CsvSource({
        "detector.policy.treshold.patience, 20s",
        "detector.policy.thresholds.patience, soon",
        "detector.policy.ladder.steps[0], Everything",
        "detector.policy.services.trade-manager.standsOn[0], Luck",
        "detector.policy.budgets.services, 0"
    })
    void refusesAPolicyThatTheApiServerOrTheDetectorWouldRefuse(String key, String value) {
        assertThatThrownBy(() -> Chart.rendered(Map.of(key, value)))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    /** What the detector's own tests show it to need, in the words group/resource [verbs] of names. */
    private static List<String> needed() {
        Path rights =
                Chart.DIRECTORY.resolve("../../services/cascading-failure-detector/src/test/resources/rights.txt");
        try {
            return Files.readAllLines(rights).stream()
                    .map(line ->
                            line.replace("the services' deployments", String.join(",", new TreeSet<>(deployments()))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the same words. */
    private List<String> rules() {
        List<String> rules = new ArrayList<>();
        for (JsonNode rule : chart.one("Role", DETECTOR).path("rules")) {
            assertThat(rule.path("apiGroups")).hasSize(1);
            assertThat(rule.path("resources")).hasSize(1);
            rules.add(rule.at("/apiGroups/0").asText() + "/"
                    + rule.at("/resources/0").asText() + " "
                    + texts(rule.path("verbs")) + " of "
                    + (rule.has("resourceNames")
                            ? String.join(",", new TreeSet<>(texts(rule.path("resourceNames"))))
                            : "any"));
        }
        return rules;
    }

    private static List<String> deployments() {
        return House.PORTS.keySet().stream().map(service -> "recio-" + service).toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
