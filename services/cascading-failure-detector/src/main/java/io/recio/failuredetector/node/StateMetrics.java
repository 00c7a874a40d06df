package io.recio.failuredetector.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * kube-state-metrics: {@code kube_node_status_allocatable} and {@code kube_node_status_condition}, in Prometheus' text format.
 * Where it does not answer nothing is known.
 */
final class StateMetrics {

    private static final Logger LOG = Logger.getLogger(StateMetrics.class);

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Pattern SAMPLE = Pattern.compile("(kube_node_status_\\w+)\\{([^}]*)}\\s+(\\S+).*");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final URI url;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /** @param url such as {@code http://kube-state-metrics.monitoring:8080/metrics} */
    StateMetrics(URI url) {
        this.url = url;
    }

    /** By node. */
    Map<String, NodeCapacity> capacities() {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(url).timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return parse(answer.body());
            }
            LOG.debugf("kube-state-metrics does not tell status=%d", answer.statusCode());
        } catch (IOException e) {
            LOG.debugf("kube-state-metrics does not answer reason='%s'", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Map.of();
    }

    static Map<String, NodeCapacity> parse(String text) {
        Map<String, Map<String, Long>> allocatable = new HashMap<>();
        Map<String, List<String>> pressures = new HashMap<>();
        text.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(sample -> {
            Map<String, String> labels = labels(sample.group(2));
            String node = labels.getOrDefault("node", "");
            double value = Double.parseDouble(sample.group(3));
            switch (sample.group(1)) {
                case "kube_node_status_allocatable" -> {
                    String resource = labels.getOrDefault("resource", "");
                    allocatable
                            .computeIfAbsent(node, each -> new HashMap<>())
                            .put(resource, Math.round(resource.equals("cpu") ? value * 1000 : value));
                }
                case "kube_node_status_condition" ->
                    pressure(labels, value).ifPresent(pressure -> pressures
                            .computeIfAbsent(node, each -> new ArrayList<>())
                            .add(pressure));
                default -> {
                    // Of no use here.
                }
            }
        });
        Map<String, NodeCapacity> capacities = new HashMap<>();
        TreeSet<String> nodes = new TreeSet<>(allocatable.keySet());
        nodes.addAll(pressures.keySet());
        nodes.forEach(node -> {
            Map<String, Long> resources = allocatable.getOrDefault(node, Map.of());
            capacities.put(
                    node,
                    new NodeCapacity(
                            Optional.ofNullable(resources.get("cpu")),
                            Optional.ofNullable(resources.get("memory")),
                            pressures.getOrDefault(node, List.of())));
        });
        return capacities;
    }

    /** One sample per state of a condition: true, false, unknown; the one that holds is 1. */
    private static Optional<String> pressure(Map<String, String> labels, double value) {
        String condition = labels.getOrDefault("condition", "");
        boolean holds = "true".equals(labels.get("status"));
        if (value != 1) {
            return Optional.empty();
        }
        if (condition.equals("Ready")) {
            return holds ? Optional.empty() : Optional.of("NotReady");
        }
        return holds ? Optional.of(condition) : Optional.empty();
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        return labels;
    }
}
