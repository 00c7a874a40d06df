package io.recio.localstack.cluster;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.recio.localstack.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The API server, and the namespace of this test in it. */
final class Cluster implements AutoCloseable {

    static final String COMPONENT = "app.kubernetes.io/component";

    private static final String POLICY_DEFINITION = "cascadepolicies.rec.io";
    private static final int REMOVAL_MINUTES = 5;

    private final KubernetesClient client;
    private final String namespace;
    private final boolean definitionIsTheirs;

    Cluster(Path kubeconfig, String namespace) {
        Config config = Config.fromKubeconfig(kubeconfig.toFile());
        config.setRequestTimeout(30_000);
        this.client = new KubernetesClientBuilder().withConfig(config).build();
        this.namespace = namespace;
        this.definitionIsTheirs = definition() != null;
    }

    KubernetesClient client() {
        return client;
    }

    String namespace() {
        return namespace;
    }

    /** Such as {@code v1.31.2}. */
    String version() {
        return client.getKubernetesVersion().getGitVersion();
    }

    void createNamespace(String name, String podSecurity) {
        client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels("pod-security.kubernetes.io/enforce", podSecurity)
                        .endMetadata()
                        .build())
                .create();
    }

    /** Everything in it goes with it. */
    void deleteNamespace(String name) {
        client.namespaces().withName(name).delete();
        client.namespaces()
                .withName(name)
                .waitUntilCondition(found -> found == null, REMOVAL_MINUTES, TimeUnit.MINUTES);
    }

    /** The newest life of each component that goes on for ever; pods that are ending do not count. */
    Map<String, Instance> instances() {
        Map<String, Instance> instances = new TreeMap<>();
        for (Pod pod : pods()) {
            instances.merge(component(pod), instance(pod), (one, other) -> one.ready() ? other : one);
        }
        return instances;
    }

    /** Components with a pod that is not ready, or with more than one. */
    Set<String> unsettled() {
        Map<String, List<Pod>> byComponent = pods().stream().collect(Collectors.groupingBy(Cluster::component));
        return byComponent.entrySet().stream()
                .filter(each -> each.getValue().size() != 1
                        || !instance(each.getValue().getFirst()).ready())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The pod that serves now. */
    Pod pod(String component) {
        return pods().stream()
                .filter(pod -> component(pod).equals(component))
                .findFirst()
                .orElseThrow(() -> new Refused("no pod of " + component + " runs in " + namespace));
    }

    void deletePod(String component) {
        client.pods()
                .inNamespace(namespace)
                .withName(pod(component).getMetadata().getName())
                .delete();
    }

    void scaleDatabase(int replicas) {
        client.apps()
                .statefulSets()
                .inNamespace(namespace)
                .withName(Release.NAME + "-postgresql")
                .scale(replicas);
    }

    String secret(String name, String key) {
        String value = client.secrets()
                .inNamespace(namespace)
                .withName(name)
                .require()
                .getData()
                .get(key);
        return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (!definitionIsTheirs) {
            var definition =
                    client.apiextensions().v1().customResourceDefinitions().withName(POLICY_DEFINITION);
            definition.delete();
            definition.waitUntilCondition(found -> found == null, REMOVAL_MINUTES, TimeUnit.MINUTES);
        }
        client.close();
    }

    private List<Pod> pods() {
        return client
                .pods()
                .inNamespace(namespace)
                .withLabel("app.kubernetes.io/instance", Release.NAME)
                .list()
                .getItems()
                .stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(pod -> pod.getMetadata().getOwnerReferences().stream()
                        .noneMatch(owner -> owner.getKind().equals("Job")))
                .toList();
    }

    private static String component(Pod pod) {
        return pod.getMetadata().getLabels().getOrDefault(COMPONENT, "");
    }

    private static Instance instance(Pod pod) {
        int restarts = pod.getStatus().getContainerStatuses().stream()
                .mapToInt(container -> container.getRestartCount())
                .sum();
        return new Instance(pod.getMetadata().getUid(), restarts, Readiness.isPodReady(pod));
    }

    private @Nullable Object definition() {
        return client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(POLICY_DEFINITION)
                .get();
    }
}
