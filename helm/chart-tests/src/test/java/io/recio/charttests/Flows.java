package io.recio.charttests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Evaluates the rendered NetworkPolicies as a cluster's network does: a pod that any policy selects for a direction may do
 * only what one of those allows; a flow needs the leave of both its ends.
 */
final class Flows {

    /** The other end of a flow: a pod of the release by component, or something outside. */
    record End(Map<String, String> labels, Optional<String> address) {

        boolean isPod() {
            return address.isEmpty();
        }
    }

    private static final Map<String, String> OUTSIDE = Map.of(
            "internet", "93.184.216.34",
            "neighbour", "10.1.2.3",
            "metadata", "169.254.169.254",
            "database", "10.9.9.9",
            "api-server", "10.96.0.1",
            "name-service", "10.96.0.10");

    private final List<JsonNode> policies;
    private final Map<String, Map<String, String>> pods = new TreeMap<>();
    private final Map<String, Integer> ports = new TreeMap<>();

    Flows(Chart chart) {
        this.policies = chart.all("NetworkPolicy");
        chart.all("Deployment").forEach(this::add);
        chart.all("StatefulSet").forEach(this::add);
        chart.all("Job").forEach(this::add);
    }

    /** Pods that are there before the release's own are judged by the policies that an earlier install left. */
    Flows(Chart chart, Chart... hooks) {
        this(chart);
        Stream.of(hooks).flatMap(each -> each.all("Job").stream()).forEach(this::add);
    }

    /** @param from and to a component of the release, or one of internet, neighbour, metadata, database, api-server, name-service, stranger */
    boolean isAllowed(String from, String to, int port) {
        End source = end(from);
        End target = end(to);
        return (!source.isPod() || allows("Egress", source, target, port))
                && (!target.isPod() || allows("Ingress", target, source, port));
    }

    private boolean allows(String direction, End subject, End peer, int port) {
        List<JsonNode> applying = policies.stream()
                .filter(policy -> texts(policy.at("/spec/policyTypes")).contains(direction))
                .filter(policy -> selects(policy.at("/spec/podSelector"), subject.labels()))
                .toList();
        String rules = direction.equals("Egress") ? "egress" : "ingress";
        String side = direction.equals("Egress") ? "to" : "from";
        End listening = direction.equals("Egress") ? peer : subject;
        return applying.isEmpty()
                || applying.stream()
                        .flatMap(policy -> stream(policy.at("/spec/" + rules)).stream())
                        .anyMatch(rule -> matches(rule, side, peer) && matchesPort(rule, listening, port));
    }

    private boolean matches(JsonNode rule, String side, End peer) {
        return !rule.has(side) || stream(rule.path(side)).stream().anyMatch(each -> matchesPeer(each, peer));
    }

    private boolean matchesPeer(JsonNode each, End peer) {
        if (each.has("ipBlock")) {
            return peer.address()
                    .filter(address -> isIn(address, each.at("/ipBlock/cidr").asText()))
                    .filter(address -> stream(each.at("/ipBlock/except")).stream()
                            .noneMatch(except -> isIn(address, except.asText())))
                    .isPresent();
        }
        return peer.isPod() && (!each.has("podSelector") || selects(each.path("podSelector"), peer.labels()));
    }

    private boolean matchesPort(JsonNode rule, End listening, int port) {
        Predicate<JsonNode> matches = each -> each.path("port").isInt()
                ? each.path("port").asInt() == port
                : ports.getOrDefault(listening.labels().getOrDefault("app.kubernetes.io/component", ""), 0) == port;
        return !rule.has("ports") || stream(rule.path("ports")).stream().anyMatch(matches);
    }

    private static boolean selects(JsonNode selector, Map<String, String> labels) {
        boolean named = selector.path("matchLabels").properties().stream()
                .allMatch(label -> label.getValue().asText().equals(labels.get(label.getKey())));
        return named
                && stream(selector.path("matchExpressions")).stream().allMatch(expression -> texts(
                                expression.path("values"))
                        .contains(labels.getOrDefault(expression.path("key").asText(), "")));
    }

    private void add(JsonNode owner) {
        Map<String, String> labels = new TreeMap<>();
        owner.at("/spec/template/metadata/labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        String component = labels.getOrDefault("app.kubernetes.io/component", "");
        pods.put(component, labels);
        ports.put(component, Pod.of(owner).port());
    }

    private End end(String name) {
        if (name.equals("stranger")) {
            return new End(Map.of("app", "stranger"), Optional.empty());
        }
        Map<String, String> labels = pods.get(name);
        if (labels != null) {
            return new End(labels, Optional.empty());
        }
        return new End(
                Map.of(), Optional.of(Optional.ofNullable(OUTSIDE.get(name)).orElseThrow()));
    }

    private static boolean isIn(String address, String cidr) {
        String[] parts = cidr.split("/");
        int bits = Integer.parseInt(parts[1]);
        int mask = bits == 0 ? 0 : -1 << (32 - bits);
        return (number(address) & mask) == (number(parts[0]) & mask);
    }

    private static int number(String address) {
        int number = 0;
        for (String part : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> stream(JsonNode list) {
        List<JsonNode> all = new ArrayList<>();
        list.forEach(all::add);
        return all;
    }
}
