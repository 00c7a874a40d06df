package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The one right beyond the namespace, which a value gives. */
class NodeMetricsTest {

    private static final String READER = "trading-recio-nodes";
    private static final String SWITCH = "CASCADING_FAILURE_DETECTOR_KUBERNETES_NODES_ENABLED";

    private static final String STATE_METRICS = "CASCADING_FAILURE_DETECTOR_KUBERNETES_NODES_STATE_METRICS";

    private final Chart chart = Chart.rendered(Map.of("detector.nodeMetrics", "true"));

    @Test
    void letsTheDetectorListNodesAndTheirMetricsAndNothingElse() {
        JsonNode role = chart.one("ClusterRole", READER);
        assertThat(role.path("rules"))
                .hasToString(
                        "[{\"apiGroups\":[\"\",\"metrics.k8s.io\"],\"resources\":[\"nodes\"],\"verbs\":[\"list\"]}]");
        JsonNode binding = chart.one("ClusterRoleBinding", READER);
        assertThat(binding.at("/roleRef/name").asText()).isEqualTo(READER);
        assertThat(binding.path("subjects"))
                .hasToString("[{\"kind\":\"ServiceAccount\",\"name\":\"recio-cascading-failure-detector\","
                        + "\"namespace\":\"trading\"}]");
        assertThat(chart.pod("cascading-failure-detector").environment()).containsEntry(SWITCH, "true");
    }

    @Test
    void leavesNodesAloneByDefault() {
        assertThat(Chart.rendered().pod("cascading-failure-detector").environment())
                .containsEntry(SWITCH, "false")
                .doesNotContainKey(STATE_METRICS);
    }

    @Test
    void asksKubeStateMetricsWhereItIsNamedAndNobodyElseDoes() {
        Chart named = Chart.rendered(Map.of(
                "detector.nodeMetrics", "true",
                "detector.stateMetricsUrl", "http://kube-state-metrics.monitoring:8080/metrics"));
        assertThat(named.pod("cascading-failure-detector").environment())
                .containsEntry(STATE_METRICS, "http://kube-state-metrics.monitoring:8080/metrics");

        Flows flows = new Flows(named);
        assertThat(flows.isAllowed("cascading-failure-detector", "neighbour", 8080))
                .isTrue();
        assertThat(flows.isAllowed("system-monitor", "neighbour", 8080)).isFalse();
        assertThat(new Flows(chart).isAllowed("cascading-failure-detector", "neighbour", 8080))
                .isFalse();
    }

    @Test
    void refusesAnAddressWithoutAPort() {
        assertThatThrownBy(
                        () -> Chart.rendered(Map.of("detector.stateMetricsUrl", "https://kube-state-metrics/metrics")))
                .hasMessageContaining("stateMetricsUrl");
    }
}
