package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The one right beyond the namespace, which a value gives. */
class NodeMetricsTest {

    private static final String READER = "trading-recio-nodes";
    private static final String SWITCH = "CASCADING_FAILURE_DETECTOR_KUBERNETES_NODES_ENABLED";

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
                .containsEntry(SWITCH, "false");
    }
}
