package io.recio.failuredetector.node;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.NodeMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.recio.failuredetector.DetectorConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Usage from {@code metrics.k8s.io}, where the cluster has it; what there is from the nodes themselves, or from
 * kube-state-metrics where that is set. Never {@code nodes/proxy}. What the cluster does not have, or does not let us read, is
 * absent.
 */
@Singleton
class NodeReader {

    private static final String READY = "Ready";

    private final KubernetesClient client;
    private final Optional<StateMetrics> stateMetrics;

    @Inject
    NodeReader(KubernetesClient client, DetectorConfig config) {
        this(client, config.kubernetes().nodes().stateMetrics().map(StateMetrics::new));
    }

    NodeReader(KubernetesClient client, Optional<StateMetrics> stateMetrics) {
        this.client = client;
        this.stateMetrics = stateMetrics;
    }

    /**
     * In the order of their names; empty where nothing can be known.
     *
     * @throws KubernetesClientException when the API server does not answer
     */
    List<NodeFigures> read() {
        Map<String, NodeCapacity> capacities =
                stateMetrics.map(StateMetrics::capacities).orElseGet(this::capacities);
        Map<String, Map<String, Quantity>> usages = new HashMap<>();
        for (NodeMetrics node :
                unlessAbsent(() -> client.top().nodes().metrics().getItems())) {
            usages.put(node.getMetadata().getName(), node.getUsage());
        }
        TreeSet<String> names = new TreeSet<>(capacities.keySet());
        names.addAll(usages.keySet());
        return names.stream()
                .map(name -> figures(
                        name, usages.getOrDefault(name, Map.of()), capacities.getOrDefault(name, NodeCapacity.UNKNOWN)))
                .toList();
    }

    private Map<String, NodeCapacity> capacities() {
        Map<String, NodeCapacity> capacities = new HashMap<>();
        for (Node node : unlessAbsent(() -> client.nodes().list().getItems())) {
            Map<String, Quantity> allocatable = node.getStatus().getAllocatable();
            capacities.put(
                    node.getMetadata().getName(),
                    new NodeCapacity(
                            cpuMillis(allocatable),
                            memoryBytes(allocatable),
                            pressures(node.getStatus().getConditions())));
        }
        return capacities;
    }

    private static List<String> pressures(Collection<NodeCondition> conditions) {
        List<String> pressures = new ArrayList<>();
        for (NodeCondition condition : conditions) {
            boolean holds = condition.getStatus().equals("True");
            if (condition.getType().equals(READY) && !holds) {
                pressures.add("NotReady");
            } else if (!condition.getType().equals(READY) && holds) {
                pressures.add(condition.getType());
            }
        }
        return pressures;
    }

    private static NodeFigures figures(String name, Map<String, Quantity> usage, NodeCapacity capacity) {
        return new NodeFigures(
                name,
                cpuMillis(usage),
                memoryBytes(usage),
                capacity.cpuMillis(),
                capacity.memoryBytes(),
                capacity.pressures());
    }

    private static Optional<Long> cpuMillis(Map<String, Quantity> quantities) {
        return Optional.ofNullable(quantities.get("cpu")).map(cpu -> cpu.getNumericalAmount()
                .multiply(BigDecimal.valueOf(1000))
                .longValue());
    }

    private static Optional<Long> memoryBytes(Map<String, Quantity> quantities) {
        return Optional.ofNullable(quantities.get("memory"))
                .map(memory -> memory.getNumericalAmount().longValue());
    }

    /** Nothing where there is no such API, where it has no server, or where we may not read it. */
    private static <T> List<T> unlessAbsent(Supplier<List<T>> read) {
        try {
            return read.get();
        } catch (KubernetesClientException e) {
            return switch (e.getCode()) {
                case HttpURLConnection.HTTP_FORBIDDEN,
                        HttpURLConnection.HTTP_NOT_FOUND,
                        HttpURLConnection.HTTP_UNAVAILABLE -> List.of();
                default -> throw e;
            };
        }
    }
}
